package net.ratonet.station.control.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreflightTest {

    @Test
    void findsNothingWhereNothingIsWrong() {
        var report = new Fair().judge();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isGo()).isTrue();
    }

    @Test
    void needsATarget() {
        var report = new Fair().target("").judge();

        assertThat(report.blockers()).singleElement().returns("no_target", Finding::code);
        assertThat(report.refusal()).contains("FIELD_LIVE_TO");
    }

    @Test
    void needsALinkForWhatLeavesTheMachine() {
        assertThat(blocked(new Fair().links())).containsExactly("no_link");
        assertThat(new Fair().links().target("file:///tmp/live.ts").judge().isGo()).isTrue();
        assertThat(new Fair().links().target("srt://127.0.0.1:9000").judge().isGo()).isTrue();
        assertThat(new Fair().links().target("rtmp://localhost/live/x").judge().isGo()).isTrue();
    }

    @Test
    void needsOneLinkThatHasAWayOut() {
        var lost = Fair.modem("wwan1", "192.168.9.100", false);

        var oneOfTwo = new Fair().links(Fair.MODEM, lost).judge();
        var none = new Fair().links(lost).judge();

        assertThat(oneOfTwo.isGo()).isTrue();
        assertThat(oneOfTwo.warnings()).singleElement().returns("no_route", Finding::code);
        assertThat(codes(none.blockers())).containsExactly("no_link");
    }

    @Test
    void warnsOfTwoModemsInOneSubnet() {
        var twin = Fair.modem("wwan1", "192.168.8.101", true);

        assertThat(new Fair().links(Fair.MODEM, twin).judge().warnings())
                .singleElement()
                .returns("same_subnet", Finding::code);
    }

    @Test
    void stopsForARefusedKeyOnlyWhereTheStreamGoesToThatRelay() {
        var refusal = new RelayAnswer.Refusal("HTTP 401");

        assertThat(blocked(new Fair().relay(refusal))).containsExactly("relay_refuses");
        assertThat(warned(new Fair().relay(refusal).target("rtmp://twitch.example/app/key")))
                .containsExactly("relay_refuses");
    }

    @Test
    void goesLiveWithoutARelayButSaysSo() {
        assertThat(warned(new Fair().relay(new RelayAnswer.Silence("no answer"))))
                .containsExactly("relay_silent");
        assertThat(warned(new Fair().relay(new RelayAnswer.Strange(404))))
                .containsExactly("relay_strange");
    }

    @ParameterizedTest
    @CsvSource({
        "119, ''",
        "-120, ''",
        "121, clock is 2 minutes ahead of the relay's",
        "-7200, clock is 2 hours behind the relay's",
        "400000, clock is 4 days ahead of the relay's"
    })
    void warnsOfAClockThatIsFarOff(long aheadSeconds, String words) {
        var ahead = Optional.of(Duration.ofSeconds(aheadSeconds));

        var report = new Fair().relay(new RelayAnswer.Welcome(ahead)).judge();

        if (words.isEmpty()) {
            assertThat(report.findings()).isEmpty();
        } else {
            assertThat(report.warnings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.what()).contains(words));
        }
    }

    @Test
    void stopsWithoutPictureOrEncoder() {
        assertThat(new Fair().trial(new Trial.NoPicture("/dev/video0", "busy")).judge().refusal())
                .contains("/dev/video0 brings no picture: busy");
        assertThat(blocked(new Fair().trial(new Trial.NoEncoder("no such codec"))))
                .containsExactly("no_encoder");
        assertThat(warned(new Fair().trial(new Trial.Undecided()))).containsExactly("untried");
    }

    @Test
    void warnsWhenTheLinksCarriedLess() {
        assertThat(warned(new Fair().uplink(3_999))).containsExactly("rate");
        assertThat(warned(new Fair().uplink(4_000))).isEmpty();
    }

    @Test
    void warnsOfASpentBudgetAndOfANameWithoutAddress() {
        assertThat(warned(new Fair().spent("wwan0").nameless()))
                .containsExactly("target_unknown", "budget");
    }

    @Test
    void warnsOfAMachineThatWillNotLast() {
        var weak = machine(19.9, false, 80.1, 999_999_999);
        var plugged = machine(19.9, true, 80, 1_000_000_000);

        assertThat(warned(new Fair().machine(weak))).containsExactly("battery", "heat", "disk");
        assertThat(warned(new Fair().machine(plugged))).isEmpty();
    }

    @Test
    void saysAllAtOnceAndTheGravestFirst() {
        var report =
                new Fair()
                        .links()
                        .relay(new RelayAnswer.Silence("no answer"))
                        .trial(new Trial.NoEncoder("no such codec"))
                        .judge();

        assertThat(codes(report.findings()))
                .containsExactly("no_link", "no_encoder", "relay_silent");
        assertThat(report.refusal()).contains("Plug in a modem", "no such codec");
    }

    @Test
    void keepsTheKeyOfTheTargetToItself() {
        var report = new Fair().nameless().links().judge();

        assertThat(report.toString()).contains("relay.example").doesNotContain("secret");
    }

    private static Machine machine(
            double percent, boolean charging, double celsius, long freeBytes) {
        return new Machine(
                OptionalDouble.of(percent),
                charging,
                OptionalDouble.of(celsius),
                OptionalLong.of(freeBytes));
    }

    private static List<String> blocked(Fair fair) {
        var report = fair.judge();
        assertThat(report.isGo()).isFalse();
        return codes(report.findings());
    }

    private static List<String> warned(Fair fair) {
        var report = fair.judge();
        assertThat(report.isGo()).isTrue();
        return codes(report.findings());
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
