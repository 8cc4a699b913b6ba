package net.ratonet.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import net.ratonet.relay.account.KeyHash;
import net.ratonet.relay.account.KeyMaker;
import org.junit.jupiter.api.Test;

final class AdminTokenTest {

    private final FakeAdminTokenStore store = new FakeAdminTokenStore();
    private final KeyMaker keys = new KeyMaker(new Random(5));

    @Test
    void makesATokenAtTheFirstStartAndShowsItOnce() throws IOException {
        var first = AdminToken.open("", store, keys);
        first.token().keep(store);
        var second = AdminToken.open("", store, keys);

        var plain = first.shownOnce().orElseThrow();
        assertThat(plain).startsWith("ra_");
        assertThat(second.shownOnce()).isEmpty();
        assertThat(first.token().matches(plain)).isTrue();
        assertThat(second.token().matches(plain)).isTrue();
    }

    @Test
    void storesTheHashOnly() throws IOException {
        var opened = AdminToken.open("", store, keys);

        opened.token().keep(store);

        assertThat(store.load()).contains(KeyHash.of(opened.shownOnce().orElseThrow()));
    }

    @Test
    void makesAnotherTokenWhenTheFirstWasNeverShown() throws IOException {
        AdminToken.open("", store, keys);

        assertThat(store.load()).isEmpty();
        assertThat(AdminToken.open("", store, keys).shownOnce()).isPresent();
    }

    @Test
    void prefersTheTokenOfTheOperator() throws IOException {
        var first = AdminToken.open("", store, keys);
        first.token().keep(store);
        var made = first.shownOnce().orElseThrow();

        var opened = AdminToken.open("my-own-token", store, keys);

        assertThat(opened.shownOnce()).isEmpty();
        assertThat(opened.token().matches("my-own-token")).isTrue();
        assertThat(opened.token().matches(made)).isFalse();
        assertThat(opened.token().matches("")).isFalse();
    }

    @Test
    void printsNoToken() throws IOException {
        var opened = AdminToken.open("", store, keys);

        assertThat(opened.toString()).isEqualTo("Opened[new]");
    }
}
