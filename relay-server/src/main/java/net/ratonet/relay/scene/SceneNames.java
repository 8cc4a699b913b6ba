package net.ratonet.relay.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a streamer's scenes are called in OBS. The director moves between live, low and BRB only;
/// the others are for people, and a scene without a name here holds until somebody leaves it.
public record SceneNames(
        String live,
        Optional<String> low,
        String brb,
        Optional<String> starting,
        Optional<String> ending,
        Optional<String> privacy,
        Optional<String> refresh) {

    public static final SceneNames DEFAULT = of("LIVE", "BRB");

    public SceneNames {
        all(live, low, brb, starting, ending, privacy, refresh)
                .filter(String::isBlank)
                .findAny()
                .ifPresent(_ -> {
                    throw new IllegalArgumentException("a scene's name must not be blank");
                });
    }

    public static SceneNames of(String live, String brb) {
        return new SceneNames(
                live,
                Optional.empty(),
                brb,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public SceneNames withLow(String name) {
        return new SceneNames(live, Optional.of(name), brb, starting, ending, privacy, refresh);
    }

    public SceneNames withStarting(String name) {
        return new SceneNames(live, low, brb, Optional.of(name), ending, privacy, refresh);
    }

    /// Every configured name once, the most important first.
    public List<String> all() {
        return all(live, low, brb, starting, ending, privacy, refresh).distinct().toList();
    }

    /// The scene that a signal of this level deserves.
    String of(SignalLevel level) {
        return switch (level) {
            case NORMAL -> live;
            case LOW -> low.orElse(live);
            case OFFLINE -> brb;
        };
    }

    boolean isSwitchable(String scene) {
        return scene.equals(live) || scene.equals(brb) || low.filter(scene::equals).isPresent();
    }

    boolean isStarting(String scene) {
        return starting.filter(scene::equals).isPresent();
    }

    private static Stream<String> all(
            String live,
            Optional<String> low,
            String brb,
            Optional<String> starting,
            Optional<String> ending,
            Optional<String> privacy,
            Optional<String> refresh) {
        var optional = Stream.of(low, starting, ending, privacy, refresh).flatMap(Optional::stream);
        return Stream.concat(Stream.of(live, brb), optional);
    }
}
