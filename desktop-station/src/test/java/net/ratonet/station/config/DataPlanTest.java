package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DataPlanTest {

    @Test
    void readsAmountAndDay() {
        assertThat(DataPlan.parse("wwan0:50G:15"))
                .contains(new DataPlan("wwan0", 50_000_000_000L, 15));
        assertThat(DataPlan.parse("wwan1:800M")).contains(new DataPlan("wwan1", 800_000_000, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wwan0", "wwan0:50", "wwan0:50G:32", "wwan0:50G:0", ":50G"})
    void refusesAnythingElse(String text) {
        assertThat(DataPlan.parse(text)).isEmpty();
    }
}
