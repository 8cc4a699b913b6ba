package net.ratonet.relay.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.ratonet.relay.web.http.Answer;
import net.ratonet.relay.web.http.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {

    private final StaticFiles files = new StaticFiles("web");

    @Test
    void knowsTheTypesOfItsFiles() {
        assertThat(get("home/index.html").orElseThrow().contentType()).startsWith("text/html");
        assertThat(get("home/home.js").orElseThrow().contentType()).startsWith("text/javascript");
        assertThat(get("home/icon.svg").orElseThrow().contentType()).isEqualTo("image/svg+xml");
    }

    @Test
    void sparesThoseWhoHaveTheFileAlready() {
        var first = get("home/home.css").orElseThrow();

        var second =
                files.answer(
                        "home/home.css",
                        Optional.ofNullable(first.headers().get("ETag")),
                        Optional.empty());

        assertThat(second.orElseThrow().status()).isEqualTo(304);
        assertThat(bytes(second.orElseThrow())).isZero();
    }

    @Test
    void packsForThoseWhoCanUnpack() {
        var plain = get("home/home.css").orElseThrow();
        var packed =
                files.answer("home/home.css", Optional.empty(), Optional.of("br, gzip"))
                        .orElseThrow();

        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(bytes(packed)).isLessThan(bytes(plain));
        assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "home",
                "home/",
                "../web/home/home.css",
                "home/../home/home.css",
                "./home/home.css",
                "home//home.css",
                "/home/home.css",
                "home\\home.css",
                "home/home.css\u0000.js",
                "home/.hidden.js",
                "home/home.test.js",
                "home/missing.js",
                "net/ratonet/relay/main/RelayMain.class"
            })
    void givesOutNothingElse(String path) {
        assertThat(get(path)).isEmpty();
    }

    private static int bytes(Answer answer) {
        return answer.body() instanceof Payload payload ? payload.length() : -1;
    }

    private Optional<Answer> get(String path) {
        return files.answer(path, Optional.empty(), Optional.empty());
    }
}
