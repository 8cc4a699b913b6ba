package net.ratonet.relay.scene.obs;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import net.ratonet.relay.health.Sentence;
import net.ratonet.shared.flow.Ticker;
import org.jspecify.annotations.Nullable;

/// Keeps one OBS connected for as long as it is wanted. Used by its owner's thread only; what a
/// connection hears on its own threads goes to the owner as news.
final class ObsLink implements AutoCloseable {

    private static final ObsAnswer NOT_CONNECTED =
            new ObsAnswer.Failed(new Sentence("O OBS não está conectado", "OBS is not connected"));

    private final ObsConnector connector;
    private final ReconnectRule rule;
    private final Ticker ticker;
    private final RandomGenerator random;
    private @Nullable ObsConnection connection;
    private @Nullable ObsClosure closure;
    private OptionalLong nextTryNanos;
    private int failures;

    /// Counts the tries, so that the last words of an old connection do not end a new one.
    private int attempt;

    ObsLink(ObsConnector connector, ReconnectRule rule, Ticker ticker, RandomGenerator random) {
        this.connector = connector;
        this.rule = rule;
        this.ticker = ticker;
        this.random = random;
        this.nextTryNanos = OptionalLong.of(ticker.nowNanos());
    }

    boolean isConnected() {
        return connection != null;
    }

    /// Why there is no connection, once a try has failed or a connection has ended.
    Optional<ObsClosure> closure() {
        return Optional.ofNullable(closure);
    }

    /// When the next try is due; empty while connected, and once OBS has sent us away.
    OptionalLong nextTryNanos() {
        return nextTryNanos;
    }

    /// Tries to connect, and looks at what OBS shows if that works.
    Optional<ObsSnapshot> connect(Consumer<ObsNews> owner) {
        attempt++;
        nextTryNanos = OptionalLong.empty();
        try {
            connection = connector.connect(new Ear(attempt, owner));
            closure = null;
        } catch (ObsUnreachableException refusal) {
            lost(refusal.closure());
            return Optional.empty();
        }
        return look();
    }

    boolean isDue() {
        return nextTryNanos.isPresent() && nextTryNanos.getAsLong() - ticker.nowNanos() <= 0;
    }

    /// Knocks at once, whatever was before: a person asked.
    void reconnect() {
        if (!isConnected()) {
            failures = 0;
            nextTryNanos = OptionalLong.of(ticker.nowNanos());
        }
    }

    boolean isOld(ObsNews news) {
        return !isConnected() || news.attempt() != attempt;
    }

    void lost(ObsClosure why) {
        close();
        closure = why;
        var delay = rule.delay(why, failures++, random);
        nextTryNanos =
                delay.map(wait -> OptionalLong.of(ticker.nowNanos() + wait.toNanos()))
                        .orElse(OptionalLong.empty());
    }

    /// What OBS shows; empty if it cannot say, after which the connection may be gone.
    Optional<ObsSnapshot> look() {
        var open = connection;
        if (open == null) {
            return Optional.empty();
        }
        try {
            var snapshot = open.look();
            failures = 0;
            return Optional.of(snapshot);
        } catch (ObsRefusedException _) {
            return Optional.empty();
        } catch (ObsUnreachableException failure) {
            lost(failure.closure());
            return Optional.empty();
        }
    }

    ObsAnswer tell(ObsCall call) {
        var open = connection;
        if (open == null) {
            return NOT_CONNECTED;
        }
        try {
            call.on(open);
            return new ObsAnswer.Done();
        } catch (ObsRefusedException refusal) {
            return new ObsAnswer.Failed(refusal.sentence());
        } catch (ObsUnreachableException failure) {
            lost(failure.closure());
            return NOT_CONNECTED;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /// Hands a connection's news to the owner.
    private record Ear(int attempt, Consumer<ObsNews> owner) implements ObsListener {
        @Override
        public void onSceneChanged(String scene) {
            owner.accept(new ObsNews.SceneShown(attempt, scene));
        }

        @Override
        public void onStreamingChanged(boolean streaming) {
            owner.accept(new ObsNews.StreamingTurned(attempt, streaming));
        }

        @Override
        public void onClosed(ObsClosure closure) {
            owner.accept(new ObsNews.Closed(attempt, closure));
        }
    }
}
