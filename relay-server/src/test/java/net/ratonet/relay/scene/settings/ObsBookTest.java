package net.ratonet.relay.scene.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import net.ratonet.relay.scene.ObsSettings;
import net.ratonet.relay.scene.OwnObs;
import net.ratonet.relay.scene.SceneRules;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObsBookTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final OwnObs HOME = own("home.example");
    private static final OwnObs STUDIO = own("studio.example");

    private final FakeObsSettingsStore store = new FakeObsSettingsStore();
    private ObsBook book = openBook();

    @BeforeEach
    void setHome() throws IOException {
        book.put(ANA, HOME);
    }

    @Test
    void remembersAcrossRestarts() {
        book = openBook();

        assertThat(book.find(ANA)).contains(HOME);
    }

    @Test
    void changesNothingWhenTheStoreFails() {
        store.broken(true);

        assertThatIOException().isThrownBy(() -> book.put(ANA, STUDIO));
        assertThatIOException().isThrownBy(() -> book.remove(ANA));

        assertThat(book.find(ANA)).contains(HOME);
    }

    @Test
    void removesOnce() throws IOException {
        var first = book.remove(ANA);
        var second = book.remove(ANA);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(openBook().find(ANA)).isEmpty();
    }

    @Test
    void keepsNothingForAStreamerWhoIsGone() throws IOException {
        store.removeStreamer(ANA);
        book.forget(ANA);

        var kept = book.put(ANA, STUDIO);

        assertThat(kept).isFalse();
        assertThat(book.find(ANA)).isEmpty();
    }

    private ObsBook openBook() {
        try {
            return ObsBook.open(store);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static OwnObs own(String host) {
        return new OwnObs(true, new ObsSettings(host, 4455, "segredo", SceneRules.DEFAULT));
    }
}
