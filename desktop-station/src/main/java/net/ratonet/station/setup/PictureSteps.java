package net.ratonet.station.setup;

import java.util.ArrayList;
import java.util.List;
import net.ratonet.station.config.VideoInput;
import net.ratonet.station.source.Devices;

/// What is filmed, and whether this machine can encode it.
final class PictureSteps {

    private static final String TEST = "testsrc";
    private static final String SCREEN = "screen";

    /// Late pictures are seen below nine in ten.
    private static final double FAST_ENOUGH = 0.9;

    private PictureSteps() {}

    /// One line of the list.
    ///
    /// @param device as FIELD_VIDEO_DEVICE takes it
    private record Choice(String device, String label) {}

    static Turn begin(Draft draft) {
        return Turn.work(world -> choose(draft, world.devices()));
    }

    private static Turn choose(Draft draft, Devices found) {
        var choices = new ArrayList<Choice>();
        found.cameras().forEach(camera -> choices.add(choice(camera)));
        if (!found.screens().isEmpty()) {
            choices.add(new Choice(SCREEN, draft.say(Phrase.SCREEN)));
        }
        choices.add(new Choice(TEST, draft.say(Phrase.TEST_PICTURE)));
        var lines = new ArrayList<String>();
        lines.add(draft.say(Phrase.CAMERAS));
        for (var choice : choices) {
            lines.add(draft.say(Phrase.CAMERA_LINE, lines.size(), choice.label()));
        }
        return ask(draft, choices).after(lines);
    }

    /// Names come from devices, which may say anything.
    private static Choice choice(Devices.Camera camera) {
        var label = "%s (%s)".formatted(camera.name(), camera.device());
        return new Choice(camera.device(), label.replaceAll("\\p{Cntrl}", " "));
    }

    /// An address with a login is kept without being shown; Enter keeps it.
    private static Turn ask(Draft draft, List<Choice> choices) {
        var url = draft.value(Draft.VIDEO_URL);
        var before = draft.value(Draft.VIDEO);
        var fallback = before.isEmpty() ? "1" : before;
        return Turn.Ask.of(
                draft,
                draft.say(Phrase.CAMERA),
                url.isEmpty() ? fallback : "***",
                answer -> chosen(draft, choices, answer.strip()));
    }

    private static Turn chosen(Draft draft, List<Choice> choices, String answer) {
        if (answer.equals("***") && !draft.value(Draft.VIDEO_URL).isEmpty()) {
            return size(draft);
        }
        if (answer.matches("\\d{1,3}")) {
            var number = Integer.parseInt(answer);
            return number < 1 || number > choices.size()
                    ? wrong(draft, choices)
                    : size(take(draft, choices.get(number - 1).device()));
        }
        return VideoInput.parse(answer).isEmpty() || answer.chars().anyMatch(c -> c < ' ')
                ? wrong(draft, choices)
                : size(take(draft, answer));
    }

    private static Turn wrong(Draft draft, List<Choice> choices) {
        return ask(draft, choices).after(draft.say(Phrase.CAMERA_WRONG));
    }

    private static Draft take(Draft draft, String device) {
        var isSecret =
                VideoInput.parse(device)
                        .filter(VideoInput.Address.class::isInstance)
                        .map(VideoInput.Address.class::cast)
                        .filter(VideoInput.Address::isConfidential)
                        .isPresent();
        return isSecret
                ? draft.with(Draft.VIDEO_URL, device)
                : draft.with(Draft.VIDEO, device).with(Draft.VIDEO_URL, "");
    }

    private static Turn size(Draft draft) {
        return PresetSteps.begin(draft, PictureSteps::encode);
    }

    /// Settings that the station would not take have to be mended first: they may be those of the
    /// encoder.
    private static Turn encode(Draft draft) {
        var loaded = draft.loaded();
        if (loaded.config().isEmpty()) {
            var lines = new ArrayList<String>();
            lines.add(draft.say(Phrase.SETTINGS_WRONG));
            loaded.mistakes().forEach(mistake -> lines.add("  " + mistake));
            return SaveSteps.begin(draft).after(lines);
        }
        var video = loaded.config().get().video();
        return Turn.work(world -> SaveSteps.begin(draft).after(verdict(draft, world.encode(video))))
                .after(draft.say(Phrase.ENCODER_TEST));
    }

    private static List<String> verdict(Draft draft, EncoderCheck.Verdict verdict) {
        return switch (verdict) {
            case EncoderCheck.Verdict.Works(var rate, var wanted, var note) -> {
                var line =
                        rate >= FAST_ENOUGH * wanted
                                ? draft.say(Phrase.ENCODER_OK, rate)
                                : draft.say(Phrase.ENCODER_SLOW, rate, wanted);
                yield note.isEmpty() ? List.of(line) : List.of(note, line);
            }
            case EncoderCheck.Verdict.Fails(var reason) ->
                    List.of(draft.say(Phrase.ENCODER_FAILED, reason));
        };
    }
}
