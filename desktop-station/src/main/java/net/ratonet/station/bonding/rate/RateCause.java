package net.ratonet.station.bonding.rate;

/// What holds the bitrate where it is.
public enum RateCause {
    CEILING("the highest bitrate that you allow"),
    GROWING("growing to see what the links can carry"),
    RTT("packets take too long"),
    IN_FLIGHT("too many packets are under way"),
    LOSS("too many packets are lost"),
    LINK_LOST("a link was lost"),
    FLOOR("the lowest bitrate that you allow");

    private final String words;

    RateCause(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
