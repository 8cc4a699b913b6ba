package net.ratonet.station.bonding;

import java.time.LocalDate;

/// How much of a link's data plan is used up, and when it begins anew.
///
/// @param capBytes 0 for a link without a limit
/// @param resetDay day of the month, 1 to 31; the last day of a shorter month stands in for it
/// @param since when the present period began
public record DataBudget(long capBytes, int resetDay, LocalDate since, long usedBytes) {

    private static final double FIRST_WARNING = .80;
    private static final double LAST_WARNING = .95;

    public DataBudget {
        if (capBytes < 0 || usedBytes < 0) {
            throw new IllegalArgumentException("a budget has no negative bytes");
        }
        if (resetDay < 1 || resetDay > 31) {
            throw new IllegalArgumentException("a budget begins on a day from 1 to 31");
        }
    }

    public static DataBudget unlimited(LocalDate today) {
        return new DataBudget(0, 1, periodBegin(today, 1), 0);
    }

    /// The same plan with more bytes used; a new period begins with none.
    public DataBudget plus(long bytes, LocalDate today) {
        var begin = periodBegin(today, resetDay);
        return begin.isAfter(since)
                ? new DataBudget(capBytes, resetDay, begin, bytes)
                : new DataBudget(capBytes, resetDay, since, usedBytes + bytes);
    }

    /// Another plan; what was used stays used.
    public DataBudget withPlan(long nextCapBytes, int nextResetDay, LocalDate today) {
        var used = plus(0, today).usedBytes();
        return new DataBudget(nextCapBytes, nextResetDay, periodBegin(today, nextResetDay), used);
    }

    public Level level() {
        if (capBytes == 0 || usedBytes < FIRST_WARNING * capBytes) {
            return Level.FINE;
        }
        if (usedBytes >= capBytes) {
            return Level.SPENT;
        }
        return usedBytes < LAST_WARNING * capBytes ? Level.LOW : Level.NEARLY_SPENT;
    }

    private static LocalDate periodBegin(LocalDate today, int resetDay) {
        var thisMonth = dayOf(today, resetDay);
        return thisMonth.isAfter(today) ? dayOf(today.minusMonths(1), resetDay) : thisMonth;
    }

    private static LocalDate dayOf(LocalDate month, int resetDay) {
        return month.withDayOfMonth(Math.min(resetDay, month.lengthOfMonth()));
    }

    /// How near its end a budget is.
    public enum Level {
        FINE,
        /// 80 %.
        LOW,
        /// 95 %.
        NEARLY_SPENT,
        /// From here on the link is only a reserve.
        SPENT
    }
}
