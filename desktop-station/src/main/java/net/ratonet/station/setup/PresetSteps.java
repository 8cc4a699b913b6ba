package net.ratonet.station.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.ratonet.station.config.VideoPreset;

/// How large and how smooth the picture is, by the name of a preset.
final class PresetSteps {

    private static final String KEEP = "keep";
    private static final List<String> OWN =
            List.of("FIELD_VIDEO_RESOLUTION", "FIELD_VIDEO_FPS", "FIELD_VIDEO_BITRATE");

    private PresetSteps() {}

    static Turn begin(Draft draft, Function<Draft, Turn> then) {
        var lines = new ArrayList<String>();
        lines.add(draft.say(Phrase.PRESETS));
        for (var preset : VideoPreset.values()) {
            lines.add(
                    draft.say(
                            Phrase.PRESET_LINE,
                            preset.word(),
                            preset.picture(),
                            preset.bitrate().kbps()));
        }
        return ask(draft, then).after(lines);
    }

    private static Turn ask(Draft draft, Function<Draft, Turn> then) {
        return Turn.Ask.of(
                draft,
                draft.say(hasOwn(draft) ? Phrase.PRESET_OR_KEEP : Phrase.PRESET),
                usual(draft),
                answer -> chosen(draft, answer.strip(), then));
    }

    private static Turn chosen(Draft draft, String answer, Function<Draft, Turn> then) {
        if (answer.equals(KEEP) && hasOwn(draft)) {
            return then.apply(draft);
        }
        return VideoPreset.named(answer)
                .map(preset -> then.apply(take(draft, preset)))
                .orElseGet(() -> ask(draft, then).after(draft.say(Phrase.PRESET_WRONG)));
    }

    /// A size of one's own in the file would outrank the preset.
    private static Draft take(Draft draft, VideoPreset preset) {
        var next = draft.with(Draft.PRESET, preset.word());
        for (var setting : OWN) {
            if (!draft.value(setting).isEmpty()) {
                next = next.with(setting, "");
            }
        }
        return next;
    }

    private static String usual(Draft draft) {
        var preset = Optional.of(draft.value(Draft.PRESET)).filter(word -> !word.isEmpty());
        return hasOwn(draft) ? KEEP : preset.orElseGet(VideoPreset.P1080_30::word);
    }

    private static boolean hasOwn(Draft draft) {
        return OWN.stream().anyMatch(name -> !draft.value(name).isEmpty());
    }
}
