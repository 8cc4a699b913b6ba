package net.ratonet.shared.settings;

/// Where the value of a setting came from.
public enum Origin {
    DEFAULT("default"),
    FILE(".env"),
    ENVIRONMENT("environment"),
    COMMAND_LINE("command line");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
