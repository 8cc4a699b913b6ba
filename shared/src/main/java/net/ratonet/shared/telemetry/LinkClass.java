package net.ratonet.shared.telemetry;

import java.util.Locale;

/// What kind of road a link takes to the internet.
public enum LinkClass {
    MOBILE("4g"),
    WIFI("wifi"),
    ETHERNET("ethernet"),
    VPN("vpn"),
    STARLINK("starlink"),
    UNKNOWN("unknown");

    private final String wireName;

    LinkClass(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// The class that an interface's name gives away, by the habits of Linux drivers.
    public static LinkClass ofInterface(String interfaceName) {
        var name = interfaceName.toLowerCase(Locale.ROOT);
        if (containsAny(name, "wwan", "ppp", "usb", "cdc", "qmi")) {
            return MOBILE;
        }
        if (containsAny(name, "wlan", "wlp", "wifi", "ath")) {
            return WIFI;
        }
        if (containsAny(name, "eth", "enp", "eno", "en0")) {
            return ETHERNET;
        }
        return containsAny(name, "tun", "tap", "wg", "vti") ? VPN : UNKNOWN;
    }

    private static boolean containsAny(String name, String... parts) {
        for (var part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
