package net.ratonet.station.telemetry.modem.glinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnixCryptTest {

    private static final String LONG =
            "a much longer password than one hash block of sixty-four bytes can hold, really";

    /// As `openssl passwd` prints them.
    @ParameterizedTest
    @CsvSource({
        "1, 8cZ9zPFLRxER8bEK, Segredo-123, $1$8cZ9zPFL$7QLvxWRmGckYRlawOxIC1/",
        "5, 8cZ9zPFLRxER8bEK, Segredo-123,"
                + " $5$8cZ9zPFLRxER8bEK$.PnzA9s2LfROSAnuF65EPcUm7U5V/4qnIfaKpfwB.G1",
        "6, 8cZ9zPFLRxER8bEK, Segredo-123,"
            + " $6$8cZ9zPFLRxER8bEK$Xp7FAmu3umLzAmDEYkOcDWCr55tM3M6OCzcSafCWkA5f0CgkbDwvKNNGZdeZEXYKqBnzxs.yYNkTIdomNaHPb.",
        "5, ab, x, $5$ab$5ydlOaPxAq0VpamGFK.BZgHF7HlR0erJsH.F7VB19f0",
        "6, ab, ñandú,"
            + " $6$ab$3PBDVO7ag.rLSLEp.kwcQZAkJsI0lIbA4Jm.ZdqunJZ6wkhoba/wP/FVNVCkYkxIffc7ZJZikiE6ISrT9.Euu."
    })
    void hashesAPassword(int number, String salt, String password, String expected) {
        assertThat(UnixCrypt.hash(number, salt, password)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, $1$ab$HK1CGJXWM8LpY5XHsk73j0",
        "5, $5$ab$1K4yLEpI.Pow5CHH665Vn9TVYKkfIaDQ14/yJfxQYZ6",
        "6, $6$ab$NFpuvqL0vHeFdt1mLo3VPih3.g31XNXGtkli5izDGHX.ox7oDR1TI9NnN6gqYiWD8QQF..5xSeA9M/jvqRuap/"
    })
    void hashesAPasswordThatIsLongerThanABlock(int number, String expected) {
        assertThat(UnixCrypt.hash(number, "ab", LONG)).contains(expected);
    }

    @Test
    void knowsNoOtherWay() {
        assertThat(UnixCrypt.hash(2, "ab", "x")).isEmpty();
    }
}
