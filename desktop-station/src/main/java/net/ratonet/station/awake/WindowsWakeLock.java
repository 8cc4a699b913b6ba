package net.ratonet.station.awake;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/// `SetThreadExecutionState`, which holds for as long as the thread that called it lives.
@SuppressWarnings("restricted")
final class WindowsWakeLock implements WakeLock {

    private static final int CONTINUOUS = 0x8000_0000;
    private static final int SYSTEM_REQUIRED = 1;
    private static final int DISPLAY_REQUIRED = 2;

    @Override
    public Optional<String> hold() {
        return set(CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED)
                ? Optional.empty()
                : Optional.of("Windows refuses it");
    }

    @Override
    public void release() {
        var _ = set(CONTINUOUS);
    }

    private static boolean set(int state) {
        try (var arena = Arena.ofConfined()) {
            var call =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    SymbolLookup.libraryLookup("kernel32", arena)
                                            .findOrThrow("SetThreadExecutionState"),
                                    FunctionDescriptor.of(JAVA_INT, JAVA_INT));
            return (int) call.invokeExact(state) != 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("SetThreadExecutionState cannot be called", impossible);
        }
    }
}
