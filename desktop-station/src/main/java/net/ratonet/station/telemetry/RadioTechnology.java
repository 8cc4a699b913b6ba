package net.ratonet.station.telemetry;

/// The generation of mobile network that a modem is in now.
public enum RadioTechnology {
    NONE("no network"),
    GSM("2G"),
    UMTS("3G"),
    LTE("4G"),
    NR_WITH_LTE("5G (with 4G)"),
    NR("5G");

    private final String label;

    RadioTechnology(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
