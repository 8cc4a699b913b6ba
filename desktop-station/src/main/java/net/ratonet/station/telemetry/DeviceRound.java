package net.ratonet.station.telemetry;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Asks many devices of one kind at the same time and takes what has come when the time is over. A
/// device that is still stuck is not asked again meanwhile. Rounds belong to one thread; each
/// question has a virtual thread of its own, so it must not block in native code.
public final class DeviceRound<K> {

    private final String name;
    private final Set<K> busy = ConcurrentHashMap.newKeySet();

    /// The name is that of the threads that ask.
    public DeviceRound(String name) {
        this.name = name;
    }

    public <T> Map<K, T> ask(
            Collection<K> devices, Function<K, Optional<T>> question, Duration limit) {
        var answers = new ConcurrentHashMap<K, T>();
        var free = devices.stream().distinct().filter(busy::add).toList();
        var open = new CountDownLatch(free.size());
        for (var device : free) {
            Thread.ofVirtual()
                    .name(name)
                    .start(() -> {
                        try {
                            question.apply(device).ifPresent(found -> answers.put(device, found));
                        } finally {
                            busy.remove(device);
                            open.countDown();
                        }
                    });
        }
        waitFor(open, limit);
        return Map.copyOf(answers);
    }

    private static void waitFor(CountDownLatch open, Duration limit) {
        try {
            if (!open.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
