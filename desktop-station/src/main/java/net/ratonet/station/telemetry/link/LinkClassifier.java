package net.ratonet.station.telemetry.link;

import java.util.List;
import java.util.Set;
import net.ratonet.shared.telemetry.LinkClass;

/// Says what kind of link an interface is: by its driver where that is clear, else by its name.
final class LinkClassifier {

    /// Drivers of modems, and of sticks and phones that show themselves as a network card.
    private static final Set<String> MODEMS =
            Set.of(
                    "qmi_wwan",
                    "cdc_mbim",
                    "cdc_ether",
                    "cdc_ncm",
                    "huawei_cdc_ncm",
                    "rndis_host",
                    "ipheth",
                    "sierra_net",
                    "hso",
                    "option",
                    "mhi_net",
                    "iosm",
                    "t7xx");

    /// Drivers of network cards on USB, which may well be called usb0.
    private static final Set<String> CARDS =
            Set.of(
                    "r8152",
                    "r8153_ecm",
                    "asix",
                    "ax88179_178a",
                    "smsc95xx",
                    "smsc75xx",
                    "lan78xx",
                    "aqc111",
                    "dm9601",
                    "mcs7830",
                    "e1000e",
                    "igb",
                    "igc",
                    "r8169",
                    "bcmgenet",
                    "macb");

    /// Names of predictable naming that the old habits do not know, by their beginnings.
    private static final List<String> MODEM_NAMES = List.of("wwp", "wwx", "wwan");

    private static final List<String> WIFI_NAMES = List.of("wlx", "wlo", "wlp", "wlan");
    private static final List<String> CARD_NAMES = List.of("enx", "ens", "end");
    private static final List<String> VPN_NAMES = List.of("tailscale", "zt", "nordlynx", "proton");
    private static final List<String> INNER_NAMES =
            List.of("veth", "docker", "br-", "virbr", "lxc", "cni", "flannel", "vnet", "dummy");

    private LinkClassifier() {}

    /// Whether an interface leads nowhere but to containers of this machine.
    static boolean isInner(String name) {
        return startsWithAny(name, INNER_NAMES);
    }

    static LinkClass classify(String name, LinkHardware hardware) {
        if (hardware.wireless()) {
            return LinkClass.WIFI;
        }
        if (hardware.modem() || hardware.driver().filter(MODEMS::contains).isPresent()) {
            return LinkClass.MOBILE;
        }
        if (hardware.driver().filter(CARDS::contains).isPresent()) {
            return LinkClass.ETHERNET;
        }
        return byName(name);
    }

    private static LinkClass byName(String name) {
        if (startsWithAny(name, MODEM_NAMES)) {
            return LinkClass.MOBILE;
        }
        if (startsWithAny(name, WIFI_NAMES)) {
            return LinkClass.WIFI;
        }
        if (startsWithAny(name, VPN_NAMES)) {
            return LinkClass.VPN;
        }
        return startsWithAny(name, CARD_NAMES) ? LinkClass.ETHERNET : LinkClass.ofInterface(name);
    }

    private static boolean startsWithAny(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
