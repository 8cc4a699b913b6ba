package net.ratonet.relay.ffmpeg;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A relay that starts a child which neither reads nor writes, says who it is, and waits.
final class RelayToBeKilled {

    static final List<String> SILENT =
            List.of("-v", "quiet", "-re", "-f", "lavfi", "-i", "anullsrc", "-f", "null", "-");

    private RelayToBeKilled() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        var line = arguments[0].equals("kernel") ? new LifeLine.Kernel() : LifeLine.Pipe.create();
        var launcher = FfmpegLauncher.bundled(line);
        var child = launcher.start("silent", SILENT);
        while (child.cpuTime().isZero()) {
            Thread.onSpinWait();
        }
        var whole = ProcessHandle.of(child.pid()).orElseThrow();
        System.out.println(
                Stream.concat(Stream.of(whole), whole.descendants())
                        .map(part -> Long.toString(part.pid()))
                        .collect(Collectors.joining(" ")));
        System.in.read();
    }
}
