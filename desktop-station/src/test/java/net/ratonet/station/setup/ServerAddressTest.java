package net.ratonet.station.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "wss://r.example/ws/field, wss://r.example/ws/field",
        "wss://r.example/ws/field/ana, wss://r.example/ws/field",
        "https://R.example, wss://r.example/ws/field",
        "https://r.example:8443/, wss://r.example:8443/ws/field",
        "http://r.example:8000/panel/, ws://r.example:8000/ws/field",
        "https://r.example/ratonet/ws/field, wss://r.example/ratonet/ws/field",
        "ws://[::1]:8000, ws://[::1]:8000/ws/field",
        "localhost:8000, ws://localhost:8000/ws/field",
        "192.168.1.20, ws://192.168.1.20:8000/ws/field",
        "r.example, wss://r.example/ws/field",
        "r.example:8000, wss://r.example:8000/ws/field"
    })
    void understandsWhatPeopleType(String typed, String url) {
        assertThat(ServerAddress.candidates(typed).getFirst().socketUrl()).isEqualTo(url);
    }

    @Test
    void triesEncryptionFirstWhereOthersCanListen() {
        assertThat(ServerAddress.candidates("r.example:8000"))
                .extracting(ServerAddress::encrypted)
                .containsExactly(true, false);
        assertThat(ServerAddress.candidates("localhost:8000"))
                .extracting(ServerAddress::encrypted)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ftp://r.example", "https://", "https://me:pw@r.example"})
    void refusesWhatIsNoAddress(String typed) {
        assertThat(ServerAddress.candidates(typed)).isEmpty();
    }
}
