package net.ratonet.station.telemetry.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class WirelessTableTest {

    @Test
    void readsTheLevelOfEachCard() {
        var levels =
                WirelessTable.parse(
                        """
                        Inter-| sta-|   Quality        |   Discarded packets               | Missed
                         face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon
                         wlan0: 0000   49.  -61.  -256        0      0      0      2     12        0
                        wlx1: 0000   70.  -40.  -256        0      0      0      0      0        0
                        """);

        assertThat(levels).containsOnly(entry("wlan0", -61), entry("wlx1", -40));
    }

    @Test
    void findsNothingInAnEmptyTable() {
        assertThat(WirelessTable.parse("")).isEmpty();
    }
}
