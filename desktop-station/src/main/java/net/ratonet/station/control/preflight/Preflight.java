package net.ratonet.station.control.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.ratonet.station.network.LinkDoctor;
import net.ratonet.station.network.LinkFault;

/// Judges whether a live can begin, and says everything that speaks against it. Pure.
public final class Preflight {

    private static final Duration LARGEST_SKEW = Duration.ofMinutes(2);
    private static final double LOW_BATTERY_PERCENT = 20;
    private static final double HOT_CELSIUS = 80;
    private static final long BYTES_OF_A_GIGABYTE = 1_000_000_000;

    /// Half an hour at 4 Mbit/s.
    private static final long LITTLE_SPACE = BYTES_OF_A_GIGABYTE;

    private final Circumstances now;
    private final List<Finding> findings = new ArrayList<>();

    private Preflight(Circumstances now) {
        this.now = now;
    }

    public static CheckReport judge(Circumstances now) {
        var preflight = new Preflight(now);
        preflight.target();
        preflight.links();
        preflight.relay();
        preflight.trial();
        preflight.rate();
        preflight.budgets();
        preflight.machine();
        preflight.findings.sort(Comparator.comparing(Finding::gravity));
        return new CheckReport(preflight.findings);
    }

    private void target() {
        if (now.target().isEmpty()) {
            block(
                    "no_target",
                    "No target is set.",
                    "Give FIELD_LIVE_TO, or an address with: station live -");
        } else if (!now.targetKnown()) {
            warn(
                    "target_unknown",
                    "The name %s has no address.".formatted(now.target().get().host()),
                    "Check it in FIELD_LIVE_TO, and whether the links have internet.");
        }
    }

    private void links() {
        if (!now.needsLinks()) {
            return;
        }
        for (var fault : LinkDoctor.examine(now.links())) {
            switch (fault) {
                case LinkFault.NoLink _ -> block("no_link", fault.what(), fault.remedy());
                case LinkFault.Unrouted _ -> warn("no_route", fault.what(), fault.remedy());
                case LinkFault.Shared _ -> warn("same_subnet", fault.what(), fault.remedy());
            }
        }
        if (!now.links().isEmpty() && now.links().stream().noneMatch(link -> link.routed())) {
            block(
                    "no_link",
                    "No link has a way to the internet.",
                    "Check that a modem is connected; station network fix sets missing routes.");
        }
    }

    private void relay() {
        switch (now.relay()) {
            case RelayAnswer.Welcome(var ahead) -> ahead.ifPresent(this::clock);
            case RelayAnswer.Refusal(var why) -> {
                var remedy = "Check FIELD_STREAMER_ID and FIELD_API_KEY.";
                if (now.streamsToRelay()) {
                    block("relay_refuses", "The relay refuses this station: " + why + ".", remedy);
                } else {
                    warn("relay_refuses", "The relay refuses this station: " + why + ".", remedy);
                }
            }
            case RelayAnswer.Strange(var status) ->
                    warn(
                            "relay_strange",
                            "At %s no relay answers as it should (HTTP %d)."
                                    .formatted(now.relayHost(), status),
                            "Check FIELD_SERVER_WS_URL; it ends in /ws/field.");
            case RelayAnswer.Silence(var why) ->
                    warn(
                            "relay_silent",
                            "The relay %s cannot be reached: %s.".formatted(now.relayHost(), why),
                            "Check FIELD_SERVER_WS_URL and whether the relay runs. Without it"
                                    + " nobody sees your readings, and scenes do not switch.");
        }
    }

    private void clock(Duration ahead) {
        if (ahead.abs().compareTo(LARGEST_SKEW) <= 0) {
            return;
        }
        warn(
                "clock",
                "This machine's clock is %s %s the relay's."
                        .formatted(words(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of"),
                "Set it: sudo timedatectl set-ntp true");
    }

    private void trial() {
        switch (now.trial()) {
            case Trial.Works _ -> {}
            case Trial.NoPicture(var source, var why) ->
                    block(
                            "no_picture",
                            "The source %s brings no picture: %s.".formatted(source, why),
                            "Check its cable and whether another program uses it, or choose"
                                    + " another in FIELD_VIDEO_DEVICE.");
            case Trial.NoEncoder(var why) ->
                    block(
                            "no_encoder",
                            "The encoder does not start: %s.".formatted(why),
                            "Try FIELD_VIDEO_CODEC=libx264 and a smaller FIELD_VIDEO_PRESET.");
            case Trial.Undecided _ ->
                    warn(
                            "untried",
                            "Encoder and source had not begun when the check ended.",
                            "Watch station status once you are live.");
        }
    }

    private void rate() {
        now.uplink()
                .filter(uplink -> now.ceiling().compareTo(uplink) > 0)
                .ifPresent(uplink ->
                        warn(
                                "rate",
                                "The stream may take %.0f kbit/s, but the links last carried %.0f."
                                        .formatted(now.ceiling().kbps(), uplink.kbps()),
                                "It will follow what they carry; a lower FIELD_VIDEO_BITRATE begins"
                                        + " more calmly."));
    }

    private void budgets() {
        now.spentLinks()
                .forEach(link ->
                        warn(
                                "budget",
                                "The data budget of %s is used up.".formatted(link),
                                "It is only a reserve until the plan begins anew; raise its plan in"
                                        + " FIELD_DATA_BUDGETS if you have more."));
    }

    private void machine() {
        var machine = now.machine();
        machine.batteryPercent().stream()
                .filter(percent -> !machine.charging() && percent < LOW_BATTERY_PERCENT)
                .forEach(percent ->
                        warn(
                                "battery",
                                "The battery is at %.0f %% and not charging.".formatted(percent),
                                "Plug in a power bank."));
        machine.cpuCelsius().stream()
                .filter(celsius -> celsius > HOT_CELSIUS)
                .forEach(celsius ->
                        warn(
                                "heat",
                                "The processor is at %.0f °C and will soon slow down."
                                        .formatted(celsius),
                                "Give it air and shade, or choose a smaller FIELD_VIDEO_PRESET."));
        machine.freeBytes().stream()
                .filter(free -> free < LITTLE_SPACE)
                .forEach(free ->
                        warn(
                                "disk",
                                "Only %.1f GB are left for recordings."
                                        .formatted((double) free / BYTES_OF_A_GIGABYTE),
                                "Remove old recordings, or record to another disk."));
    }

    private void block(String code, String what, String remedy) {
        findings.add(Finding.blocker(code, what, remedy));
    }

    private void warn(String code, String what, String remedy) {
        findings.add(Finding.warning(code, what, remedy));
    }

    private static String words(Duration time) {
        return time.toMinutes() < 120
                ? time.toMinutes() + " minutes"
                : time.toHours() < 48 ? time.toHours() + " hours" : time.toDays() + " days";
    }
}
