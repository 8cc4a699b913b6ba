package net.ratonet.relay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Decoded.Accepted;
import net.ratonet.shared.wire.Decoded.Refused;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

final class RegistrationCodecTest {

    @Test
    void fillsInWhatIsLeftOut() {
        var decoded = RegistrationCodec.decode(body());

        assertThat(decoded)
                .isEqualTo(
                        new Accepted<>(
                                new Registration(
                                        "Ana", "ana@example.org", "", "#ff6600", List.of())));
    }

    @Test
    void readsEveryField() {
        var body = body().put("avatar_url", "https://a.example/b.png").put("color", "#AABBCC");
        body.set("socials", Json.array().add("@ana").add(" https://x.com/ana "));

        var decoded = RegistrationCodec.decode(body);

        assertThat(decoded)
                .isEqualTo(
                        new Accepted<>(
                                new Registration(
                                        "Ana",
                                        "ana@example.org",
                                        "https://a.example/b.png",
                                        "#aabbcc",
                                        List.of("@ana", "https://x.com/ana"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"João 🏍️", "李雷", "O'Neill & Söhne", "  Ana  "})
    void takesAnyNameThatPeopleHave(String name) {
        var decoded = RegistrationCodec.decode(body().put("name", name));

        assertThat(decoded.map(Registration::name)).isEqualTo(new Accepted<>(name.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "a\u0000b", "\u202Eana"})
    void refusesNamesThatCannotStandOnALine(String name) {
        assertThat(refusedField(RegistrationCodec.decode(body().put("name", name))))
                .isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "ana@@example.org",
                "a na@example.org",
                "ana@example..org",
                "<ana@example.org>",
                "ana@example.org, bia@example.org"
            })
    void refusesWhatIsNoEMail(String email) {
        assertThat(refusedField(RegistrationCodec.decode(body().put("email", email))))
                .isEqualTo("email");
    }

    @ParameterizedTest
    @CsvSource({
        "avatar_url, javascript:alert(1)",
        "avatar_url, 'data:image/png;base64,AAAA'",
        "avatar_url, ftp://host/a.png",
        "avatar_url, https://",
        "avatar_url, 'https://a b'",
        "color, red",
        "color, #ff66",
        "color, #ff660g",
        "color, '#ff6600;}'",
    })
    void refusesWhatAPageMustNotShow(String field, String value) {
        assertThat(refusedField(RegistrationCodec.decode(body().put(field, value))))
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "", "https://", "a\u0007b"})
    void refusesWhatIsNeitherANameNorAWebAddress(String social) {
        var body = body();
        body.set("socials", Json.array().add("https://x.com/ana").add(social));

        assertThat(refusedField(RegistrationCodec.decode(body))).isEqualTo("socials");
    }

    @Test
    void namesTheSocialThatIsNoText() {
        var body = body();
        body.set("socials", Json.array().add("@ana").add(7));

        assertThat(refusedField(RegistrationCodec.decode(body))).isEqualTo("socials[1]");
    }

    @Test
    void refusesOverlongFields() {
        assertThat(refusedField(RegistrationCodec.decode(body().put("name", "a".repeat(81)))))
                .isEqualTo("name");
        assertThat(
                        refusedField(
                                RegistrationCodec.decode(
                                        body().put("email", "a".repeat(300) + "@example.org"))))
                .isEqualTo("email");
    }

    @Test
    void refusesWrongTypes() {
        assertThat(refusedField(RegistrationCodec.decode(body().put("name", 7)))).isEqualTo("name");
        assertThat(refusedField(RegistrationCodec.decode(body().put("socials", "x"))))
                .isEqualTo("socials");
        assertThat(refusedField(RegistrationCodec.decode(Json.object()))).isEqualTo("name");
    }

    private static ObjectNode body() {
        return Json.object().put("name", "Ana").put("email", "ana@example.org");
    }

    private static String refusedField(Decoded<?> decoded) {
        return decoded instanceof Refused<?>(var field, _) ? field : decoded.toString();
    }
}
