package net.ratonet.station.telemetry.advisor;

import java.util.Set;

/// Where "good" ends. What has been told stays told until it is better by a margin, so that a value
/// at the edge does not flicker.
record Thresholds(Set<String> told) {

    private static final double WEAK_RSRP_DBM = -110;
    private static final double RSRP_MARGIN = 4;
    private static final double WEAK_WIFI_DBM = -75;
    private static final double WIFI_MARGIN = 5;
    private static final double HOT_C = 80;
    private static final double HEAT_MARGIN = 5;
    private static final double LOW_BATTERY = 20;
    private static final double EMPTY_BATTERY = 10;
    private static final double BATTERY_MARGIN = 3;
    private static final double BUDGET_SOON = 80;
    private static final double BUDGET_NOW = 95;
    private static final double BUDGET_MARGIN = 1;
    private static final long SHORT_MINUTES = 30;
    private static final long MINUTES_MARGIN = 10;

    Thresholds {
        told = Set.copyOf(told);
    }

    boolean isWeak(String key, double rsrpDbm) {
        return rsrpDbm < WEAK_RSRP_DBM + margin(key, RSRP_MARGIN);
    }

    boolean isWeakWifi(String key, double dbm) {
        return dbm < WEAK_WIFI_DBM + margin(key, WIFI_MARGIN);
    }

    boolean isHot(String key, double celsius) {
        return celsius > HOT_C - margin(key, HEAT_MARGIN);
    }

    boolean isLowBattery(String key, double percent) {
        return percent < LOW_BATTERY + margin(key, BATTERY_MARGIN);
    }

    boolean isEmptyBattery(String key, double percent) {
        return percent < EMPTY_BATTERY + margin(key, BATTERY_MARGIN);
    }

    boolean isShort(String key, long minutesLeft) {
        return minutesLeft < SHORT_MINUTES + margin(key, MINUTES_MARGIN);
    }

    boolean isBudgetSoon(String key, double percent) {
        return percent >= BUDGET_SOON - margin(key, BUDGET_MARGIN);
    }

    boolean isBudgetNow(String key, double percent) {
        return percent >= BUDGET_NOW - margin(key, BUDGET_MARGIN);
    }

    private double margin(String key, double width) {
        return told.contains(key) ? width : 0;
    }
}
