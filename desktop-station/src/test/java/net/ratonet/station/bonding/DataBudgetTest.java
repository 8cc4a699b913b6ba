package net.ratonet.station.bonding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.ratonet.station.bonding.DataBudget.Level;
import org.junit.jupiter.api.Test;

final class DataBudgetTest {

    private static final LocalDate MID_MARCH = LocalDate.of(2026, 3, 15);
    private static final DataBudget BUDGET = new DataBudget(1_000, 15, MID_MARCH, 0);

    @Test
    void warnsTwiceBeforeItIsSpent() {
        assertThat(used(799)).isEqualTo(Level.FINE);
        assertThat(used(800)).isEqualTo(Level.LOW);
        assertThat(used(950)).isEqualTo(Level.NEARLY_SPENT);
        assertThat(used(1_000)).isEqualTo(Level.SPENT);
    }

    @Test
    void beginsAnewOnItsDay() {
        var spent = BUDGET.plus(2_000, MID_MARCH);

        assertThat(spent.plus(1, LocalDate.of(2026, 4, 14)).level()).isEqualTo(Level.SPENT);
        assertThat(spent.plus(1, LocalDate.of(2026, 4, 15)))
                .isEqualTo(new DataBudget(1_000, 15, LocalDate.of(2026, 4, 15), 1));
        assertThat(spent.plus(1, LocalDate.of(2026, 7, 1)).since())
                .isEqualTo(LocalDate.of(2026, 6, 15));
    }

    @Test
    void takesTheLastDayOfAShortMonth() {
        var january = new DataBudget(1_000, 31, LocalDate.of(2026, 1, 31), 900);

        assertThat(january.plus(1, LocalDate.of(2026, 2, 27)).usedBytes()).isEqualTo(901);
        assertThat(january.plus(1, LocalDate.of(2026, 2, 28)).usedBytes()).isEqualTo(1);
    }

    @Test
    void neverEndsWithoutALimit() {
        var unlimited = DataBudget.unlimited(MID_MARCH).plus(Long.MAX_VALUE / 2, MID_MARCH);

        assertThat(unlimited.level()).isEqualTo(Level.FINE);
    }

    @Test
    void keepsWhatWasUsedWhenThePlanChanges() {
        var next = BUDGET.plus(700, MID_MARCH).withPlan(700, 1, MID_MARCH);

        assertThat(next.level()).isEqualTo(Level.SPENT);
        assertThat(next.since()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void beginsAnewEvenIfThePlanIsReadAgainFirst() {
        var april = LocalDate.of(2026, 4, 20);

        var next = BUDGET.plus(700, MID_MARCH).withPlan(1_000, 15, april);

        assertThat(next.usedBytes()).isZero();
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DataBudget(-1, 1, MID_MARCH, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataBudget(1, 32, MID_MARCH, 0));
    }

    private static Level used(long bytes) {
        return BUDGET.plus(bytes, MID_MARCH).level();
    }
}
