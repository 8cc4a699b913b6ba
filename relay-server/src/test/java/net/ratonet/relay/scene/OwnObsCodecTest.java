package net.ratonet.relay.scene;

import static org.assertj.core.api.Assertions.assertThat;

import net.ratonet.shared.wire.Decoded;
import net.ratonet.shared.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnObsCodecTest {

    @Test
    void neverGivesThePasswordAway() {
        var own = own("obs.example", "hunter2");

        var json = Json.write(OwnObsCodec.encode(own));

        assertThat(json).contains("\"password_set\":true").doesNotContain("hunter2");
        assertThat(own.toString()).doesNotContain("hunter2");
    }

    @Test
    void saysThatNoPasswordIsSet() {
        assertThat(OwnObsCodec.encode(own("obs.example", "")).path("password_set").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"host":"obs.example"}                    | old
                    {"host":"obs.example","password":null}    | old
                    {"host":"obs.example","password":""}      | ''
                    {"host":"obs.example","password":"new"}   | new
                    """)
    void keepsThePasswordThatIsNotNamed(String json, String password) {
        var decoded = decode(json).map(own -> own.settings().password());

        assertThat(decoded).isEqualTo(new Decoded.Accepted<>(password));
    }

    @Test
    void fillsInDefaults() {
        assertThat(decode("{\"host\":\" obs.example \"}"))
                .isEqualTo(new Decoded.Accepted<>(own("obs.example", "old")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"obs.example", "203.0.113.7", "2001:db8::7", "home_pc", "::1"})
    void takesNamesAndAddresses(String host) {
        var decoded = decode("{\"host\":\"%s\"}".formatted(host));

        assertThat(decoded.map(own -> own.settings().host()))
                .isEqualTo(new Decoded.Accepted<>(host));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                   | host is missing
                    {"host":""}                          | host must be a host name or an address
                    {"host":"ws://obs.example"}          | host must be a host name or an address
                    {"host":"obs.example/x"}             | host must be a host name or an address
                    {"host":"me@obs.example"}            | host must be a host name or an address
                    {"host":"obs example"}               | host must be a host name or an address
                    {"host":"obs","port":0}              | port must be between 1 and 65535
                    {"host":"obs","port":4455.5}         | port must be a whole number
                    {"host":"obs","password":7}          | password must be text
                    {"host":"obs","enabled":"yes"}       | enabled must be true or false
                    {"host":"obs","timing":{"dwell_s":-1}} | timing.dwell_s must be between 0 and 3600
                    """)
    void namesTheFieldOfAMistake(String json, String mistake) {
        assertThat(decode(json)).hasToString(mistake);
    }

    @Test
    void neverRepeatsAPasswordThatItRefuses() {
        var password = "p".repeat(300);

        assertThat(decode("{\"host\":\"obs\",\"password\":\"%s\"}".formatted(password)).toString())
                .startsWith("password must have at most")
                .doesNotContain("ppp");
    }

    private static Decoded<OwnObs> decode(String json) {
        return Json.readObject(json).flatMap(body -> OwnObsCodec.decode(body, "old"));
    }

    private static OwnObs own(String host, String password) {
        return new OwnObs(true, new ObsSettings(host, 4455, password, SceneRules.DEFAULT));
    }
}
