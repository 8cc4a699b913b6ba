package net.ratonet.station.main;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import net.ratonet.shared.wire.Json;
import net.ratonet.station.config.VideoCodec;
import net.ratonet.station.config.VideoPreset;
import net.ratonet.station.source.DeviceSearch;
import net.ratonet.station.source.Devices;
import net.ratonet.station.source.DevicesCodec;
import net.ratonet.station.source.EncoderProbe;
import net.ratonet.station.source.EncoderTrial;
import net.ratonet.station.source.libav.EncoderMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `station sources`: what this machine can show, hear and encode with. Needs no station that runs.
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description =
                "Lists cameras with their formats, microphones, screens, the encoders that"
                        + " really work here, and the presets of size and bitrate.")
final class SourcesCommand implements Callable<Integer> {

    private static final int TRIALS_AT_ONCE = 2;

    @Mixin private final Terminal terminal = new Terminal();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var devices = new DeviceSearch(EncoderMain.class.getName()).find();
        var trials = tryEncoders();
        if (json) {
            terminal.out().println(document(devices, trials));
        } else {
            SourcesTable.lines(devices, trials).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        return CommandLine.ExitCode.OK;
    }

    private static List<EncoderTrial> tryEncoders()
            throws InterruptedException, ExecutionException {
        var probe = new EncoderProbe(EncoderMain.class.getName());
        try (var threads =
                Executors.newFixedThreadPool(
                        TRIALS_AT_ONCE,
                        Thread.ofPlatform().daemon().name("encoder-trial-", 0).factory())) {
            var waiting =
                    Arrays.stream(VideoCodec.values())
                            .map(codec -> threads.submit(() -> probe.tryOut(codec)))
                            .toList();
            var trials = new ArrayList<EncoderTrial>();
            for (var trial : waiting) {
                trials.add(trial.get());
            }
            return trials;
        }
    }

    private static String document(Devices devices, List<EncoderTrial> trials) {
        var document = DevicesCodec.encode(devices);
        var encoders = document.putArray("encoders");
        for (var trial : trials) {
            encoders.addObject()
                    .put("name", trial.codec().libavName())
                    .put("format", trial.codec().format().name())
                    .put("works", trial.works())
                    .put("fault", trial.fault().orElse(""));
        }
        var presets = document.putArray("presets");
        for (var preset : VideoPreset.values()) {
            presets.addObject()
                    .put("name", preset.word())
                    .put("size", preset.picture().resolution().toString())
                    .put("fps", preset.picture().framesPerSecond())
                    .put("kbps", preset.bitrate().kbps())
                    .put("needs", preset.needs());
        }
        return Json.write(document);
    }
}
