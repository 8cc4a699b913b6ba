package net.ratonet.relay.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import net.ratonet.relay.health.Sentence;
import net.ratonet.shared.telemetry.HealthState;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Reads a NOALBS `config.json`, so that a streamer who moves over keeps scenes, thresholds and the
/// connection to OBS. Fields that are missing get NOALBS's own defaults.
public final class NoalbsConfigCodec {

    /// NOALBS asks its servers once a second, so its tries are seconds.
    private static final int DEFAULT_TRIES = 5;

    private static final double DEFAULT_LOW_KBPS = 800;
    private static final double DEFAULT_LOW_RTT_MS = 2_500;

    private NoalbsConfigCodec() {}

    public static Decoded<NoalbsImport> decode(String text) {
        return Json.readObject(text).flatMap(NoalbsConfigCodec::decode);
    }

    public static Decoded<NoalbsImport> decode(ObjectNode node) {
        if (!node.has("switcher")) {
            return new Decoded.Refused<>(
                    "switcher",
                    "is missing: this is no NOALBS 2 configuration (NOALBS 2 converts an older one"
                            + " when it starts)");
        }
        var notes = new ArrayList<Sentence>();
        var root = new NoalbsNode("", Optional.of(node), notes::add);
        var settings = settings(root);
        NoalbsLeftovers.note(root, notes::add);
        return OwnObsCodec.check(settings).map(sound -> new NoalbsImport(sound, notes));
    }

    private static ObsSettings settings(NoalbsNode root) {
        var software = root.at("software");
        return new ObsSettings(
                software.text("host").orElse(ObsSettings.DEFAULT_HOST),
                software.number("port")
                        .map(Double::intValue)
                        .filter(port -> port >= 1 && port <= 65_535)
                        .orElse(ObsSettings.DEFAULT_PORT),
                software.text("password").orElse(""),
                rules(root));
    }

    private static SceneRules rules(NoalbsNode root) {
        var switcher = root.at("switcher");
        return new SceneRules(
                scenes(switcher.at("switchingScenes"), root.at("optionalScenes")),
                Set.of(HealthState.DOWN),
                triggers(switcher.at("triggers")),
                timing(switcher),
                new SceneOptions(
                        switcher.flag("bitrateSwitcherEnabled", true),
                        switcher.flag("onlySwitchWhenStreaming", true),
                        switcher.flag("instantlySwitchOnRecover", true),
                        root.at("optionalOptions")
                                .flag("switchFromStartingSceneToLiveScene", false)));
    }

    private static SceneNames scenes(NoalbsNode switching, NoalbsNode optional) {
        return new SceneNames(
                switching.text("normal").orElse("live"),
                Optional.of(switching.text("low").orElse("low")),
                switching.text("offline").orElse("offline"),
                optional.text("starting"),
                optional.text("ending"),
                optional.text("privacy"),
                optional.text("refresh"));
    }

    /// NOALBS's defaults hold only where the whole object is missing; a single missing trigger is
    /// one that the streamer switched off.
    private static Triggers triggers(NoalbsNode triggers) {
        if (!triggers.isPresent()) {
            return new Triggers(
                    Optional.of(Trigger.below(DEFAULT_LOW_KBPS)),
                    Optional.of(Trigger.above(DEFAULT_LOW_RTT_MS)),
                    Optional.empty(),
                    Optional.empty());
        }
        return new Triggers(
                triggers.number("low").map(Trigger::below),
                triggers.number("rtt").map(Trigger::above),
                triggers.number("offline").map(Trigger::below),
                triggers.number("rttOffline").map(Trigger::above));
    }

    private static SceneTiming timing(NoalbsNode switcher) {
        var tries =
                switcher.number("retryAttempts")
                        .filter(given -> given <= 255)
                        .orElse((double) DEFAULT_TRIES);
        var patience = Duration.ofSeconds(Math.round(tries));
        return SceneTiming.of(patience, patience);
    }
}
