package net.ratonet.relay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import net.ratonet.relay.account.Accounts;
import net.ratonet.relay.account.FakeAccountStore;
import net.ratonet.relay.account.TestAccounts;
import net.ratonet.relay.telemetry.LiveBoard;
import net.ratonet.shared.testing.FakeClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicBoardTest {

    private final FakeClock clock = new FakeClock(TestAccounts.NOW);
    private Accounts accounts;
    private PublicBoard board;

    @BeforeEach
    void open() throws IOException {
        accounts = TestAccounts.open(new FakeAccountStore());
        board = new PublicBoard(accounts, new LiveBoard(accounts::privacy), clock, clock);
    }

    /// in the predecessor each request cost as much as there were streamers.
    @Test
    void looksAtTheStreamersOnceForAllWhoAskWithinATenthOfASecond() throws IOException {
        register("ana");
        var list = board.streamers();
        var counts = board.counts();

        register("bia");

        assertThat(board.streamers()).isSameAs(list);
        assertThat(board.counts()).isSameAs(counts);
        clock.advance(Duration.ofMillis(100));
        assertThat(board.streamers().body().length()).isGreaterThan(list.body().length());
        assertThat(board.counts().approved()).isEqualTo(2);
    }

    @Test
    void encodesAnOverlayOnceForAllWhoAskWithTheSameRights() throws IOException {
        var ana = register("ana");
        var grant = accounts.overlayGrant(ana).orElseThrow();

        var first = board.overlay(grant).orElseThrow();

        assertThat(board.overlay(grant)).containsSame(first);
        clock.advance(Duration.ofMillis(100));
        var second = board.overlay(grant).orElseThrow();
        assertThat(second).isNotSameAs(first);
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    @Test
    void forgetsAtOnceWhatAStreamerHides() throws IOException {
        var key = register("ana");
        var grant = accounts.overlayGrant(key).orElseThrow();
        var list = board.streamers();
        var overlay = board.overlay(grant).orElseThrow();

        board.expire(grant.streamer());

        assertThat(board.streamers()).isNotSameAs(list);
        assertThat(board.overlay(grant).orElseThrow()).isNotSameAs(overlay);
    }

    @Test
    void knowsNothingOfAStreamerWhoIsGone() throws IOException {
        var grant = accounts.overlayGrant(register("ana")).orElseThrow();

        accounts.remove(grant.streamer());

        assertThat(board.overlay(grant)).isEmpty();
    }

    /// Answers the pull key.
    private String register(String name) throws IOException {
        var registered = TestAccounts.register(accounts, name);
        accounts.approve(registered.account().id());
        return registered.pullKey();
    }
}
