package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GpsDeviceTest {

    @Test
    void readsEveryWayToNameOne() {
        assertThat(GpsDevice.parse("localhost:2947"))
                .contains(new GpsDevice.Gpsd("localhost", 2_947));
        assertThat(GpsDevice.parse("/dev/ttyUSB0")).contains(new GpsDevice.Serial("/dev/ttyUSB0"));
        assertThat(GpsDevice.parse("COM5")).contains(new GpsDevice.Serial("COM5"));
        assertThat(GpsDevice.parse("fixed:-23.56,-46.65"))
                .contains(new GpsDevice.Fixed(-23.56, -46.65));
        assertThat(GpsDevice.parse("auto")).contains(new GpsDevice.Auto());
        assertThat(GpsDevice.parse("off")).contains(new GpsDevice.Off());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somewhere",
                "host:",
                "host:0",
                "host:99999",
                ":2947",
                "fixed:",
                "fixed:1",
                "fixed:91,0",
                "fixed:0,181",
                "fixed:a,b",
                "COM"
            })
    void refusesWhatNamesNone(String text) {
        assertThat(GpsDevice.parse(text)).isEmpty();
    }
}
