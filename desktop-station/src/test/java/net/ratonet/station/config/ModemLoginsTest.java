package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModemLoginsTest {

    @Test
    void knowsEachLinksPassword() {
        var logins = ModemLogins.parse(" usb0=a=b,c  wlan0=two%20words%25 ").orElseThrow();

        assertThat(logins.password("usb0")).contains("a=b,c");
        assertThat(logins.password("wlan0")).contains("two words%");
        assertThat(logins.password("usb1")).isEmpty();
    }

    @Test
    void isEmptyWhereNothingIsSet() {
        assertThat(ModemLogins.parse("")).contains(ModemLogins.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "usb0=", "=secret", "usb0=a b"})
    void refusesWhatIsNoList(String text) {
        assertThat(ModemLogins.parse(text)).isEmpty();
    }

    @Test
    void showsNoPasswordInWords() {
        assertThat(ModemLogins.parse("usb0=secret").orElseThrow().toString())
                .isEqualTo("ModemLogins[usb0]");
    }
}
