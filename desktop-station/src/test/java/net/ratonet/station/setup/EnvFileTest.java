package net.ratonet.station.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvFileTest {

    @Test
    void changesALineInItsPlaceAndKeepsAllOthers() {
        var file = EnvFile.parse("# a\nexport A=1\nB = 2 # old\r\nnonsense\nA=3\n");

        var after = file.with(Map.of("A", "9", "C", "x"));

        assertThat(after.text()).isEqualTo("# a\nA=9\nB = 2 # old\nnonsense\nC=x\n");
    }

    @Test
    void takesASettingOut() {
        assertThat(EnvFile.parse("A=1\nB=2\n").with(Map.of("A", "")).text()).isEqualTo("B=2\n");
    }

    @Test
    void writesWhatItCanReadAgain() {
        var values = Map.of("A", "a b", "B", "x#y &?", "C", "say \"hi\"", "D", "it's");

        assertThat(EnvFile.EMPTY.with(values).values()).isEqualTo(values);
    }

    @Test
    void showsNoValues() {
        assertThat(EnvFile.parse("KEY=secret")).hasToString("EnvFile[1 lines]");
    }
}
