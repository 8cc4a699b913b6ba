package net.ratonet.relay.scene;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import net.ratonet.shared.wire.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Scene rules to JSON and back, as the API shows them and as they lie in the database. What is
/// missing has its default. A trigger is its threshold alone; where it lets go follows from it.
public final class SceneRulesCodec {

    static final int LONGEST_NAME = 200;

    private static final double LONGEST_DELAY_S = 3_600;
    private static final int MOST_CONFIRMATIONS = 100;
    private static final double MOST_KBPS = 1_000_000;
    private static final double MOST_RTT_MS = 60_000;

    private SceneRulesCodec() {}

    public static ObjectNode encode(SceneRules rules) {
        var out = Json.object();
        out.set("scenes", encode(rules.scenes()));
        out.set("offline_states", encode(rules.offlineStates()));
        out.set("timing", encode(rules.timing()));
        out.set("triggers", encode(rules.triggers()));
        out.set("options", encode(rules.options()));
        return out;
    }

    public static Decoded<SceneRules> decode(ObjectNode node) {
        var in = new JsonFields(node);
        return in.finish(() -> read(in));
    }

    static SceneRules read(JsonFields in) {
        return new SceneRules(
                in.nested("scenes", SceneRulesCodec::scenes).orElse(SceneNames.DEFAULT),
                offlineStates(in),
                in.nested("triggers", SceneRulesCodec::triggers).orElse(Triggers.NONE),
                in.nested("timing", SceneRulesCodec::timing).orElse(SceneTiming.DEFAULT),
                in.nested("options", SceneRulesCodec::options).orElse(SceneOptions.DEFAULT));
    }

    private static ObjectNode encode(SceneNames names) {
        return Json.object()
                .put("live", names.live())
                .put("low", names.low().orElse(null))
                .put("brb", names.brb())
                .put("starting", names.starting().orElse(null))
                .put("ending", names.ending().orElse(null))
                .put("privacy", names.privacy().orElse(null))
                .put("refresh", names.refresh().orElse(null));
    }

    private static SceneNames scenes(JsonFields in) {
        var names =
                new SceneNames(
                        scene(in, "live").orElse(SceneNames.DEFAULT.live()),
                        scene(in, "low"),
                        scene(in, "brb").orElse(SceneNames.DEFAULT.brb()),
                        scene(in, "starting"),
                        scene(in, "ending"),
                        scene(in, "privacy"),
                        scene(in, "refresh"));
        if (names.live().equals(names.brb())) {
            in.refuse("brb", "must be another scene than live");
        }
        return names;
    }

    /// An emptied field of a form means the same as none. Blanks at the ends stay, because OBS
    /// allows them.
    private static Optional<String> scene(JsonFields in, String name) {
        return in.optionalText(name, LONGEST_NAME).filter(text -> !text.isBlank());
    }

    private static ArrayNode encode(Set<HealthState> states) {
        var out = Json.array();
        states.stream().sorted().map(HealthState::wireName).forEach(out::add);
        return out;
    }

    private static Set<HealthState> offlineStates(JsonFields in) {
        if (!in.has("offline_states")) {
            return SceneRules.DEFAULT.offlineStates();
        }
        var texts = in.texts("offline_states", HealthState.values().length, 16);
        var known = names(HealthState.values());
        if (!known.containsAll(texts)) {
            in.refuse("offline_states", "may hold only " + String.join(", ", known));
        }
        return Arrays.stream(HealthState.values())
                .filter(state -> texts.contains(state.wireName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> names(HealthState... states) {
        return Arrays.stream(states).map(HealthState::wireName).toList();
    }

    private static ObjectNode encode(SceneTiming timing) {
        return Json.object()
                .put("fallback_delay_s", seconds(timing.fallback()))
                .put("recovery_delay_s", seconds(timing.recovery()))
                .put("dwell_s", seconds(timing.dwell()))
                .put("confirmations", timing.confirmations());
    }

    private static SceneTiming timing(JsonFields in) {
        var defaults = SceneTiming.DEFAULT;
        return new SceneTiming(
                delay(in, "fallback_delay_s", defaults.fallback()),
                delay(in, "recovery_delay_s", defaults.recovery()),
                delay(in, "dwell_s", defaults.dwell()),
                in.integer("confirmations", 1, MOST_CONFIRMATIONS, defaults.confirmations()));
    }

    private static Duration delay(JsonFields in, String name, Duration fallback) {
        var seconds = in.number(name, 0, LONGEST_DELAY_S, seconds(fallback));
        return Duration.ofMillis(Math.round(1_000 * seconds));
    }

    private static ObjectNode encode(Triggers triggers) {
        return Json.object()
                .put("low", threshold(triggers.lowKbps()))
                .put("rtt", threshold(triggers.lowRttMs()))
                .put("offline", threshold(triggers.offlineKbps()))
                .put("rtt_offline", threshold(triggers.offlineRttMs()));
    }

    private static @Nullable Double threshold(Optional<Trigger> trigger) {
        return trigger.map(Trigger::enter).orElse(null);
    }

    /// A round-trip time of zero would always be exceeded.
    private static Triggers triggers(JsonFields in) {
        return new Triggers(
                trigger(in, "low", 0, MOST_KBPS, Trigger::below),
                trigger(in, "rtt", 1, MOST_RTT_MS, Trigger::above),
                trigger(in, "offline", 0, MOST_KBPS, Trigger::below),
                trigger(in, "rtt_offline", 1, MOST_RTT_MS, Trigger::above));
    }

    private static Optional<Trigger> trigger(
            JsonFields in, String name, double lowest, double highest, DoubleFunction<Trigger> of) {
        return in.optionalNumber(name, lowest, highest).stream().mapToObj(of).findFirst();
    }

    private static ObjectNode encode(SceneOptions options) {
        return Json.object()
                .put("automatic", options.automatic())
                .put("only_when_streaming", options.onlyWhenStreaming())
                .put("instant_recover", options.instantRecover())
                .put("leave_starting", options.leaveStarting());
    }

    private static SceneOptions options(JsonFields in) {
        var defaults = SceneOptions.DEFAULT;
        return new SceneOptions(
                in.flag("automatic", defaults.automatic()),
                in.flag("only_when_streaming", defaults.onlyWhenStreaming()),
                in.flag("instant_recover", defaults.instantRecover()),
                in.flag("leave_starting", defaults.leaveStarting()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
