package net.ratonet.relay.config;

/// Where the one stream of an older set-up goes; empty for nowhere. The URLs hold keys.
public record GlobalTargets(String primaryUrl, String secondaryUrl) {

    @Override
    public String toString() {
        return "GlobalTargets";
    }
}
