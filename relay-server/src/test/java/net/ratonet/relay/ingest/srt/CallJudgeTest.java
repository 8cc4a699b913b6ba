package net.ratonet.relay.ingest.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.ingest.srt.CallVerdict.Plays;
import net.ratonet.relay.ingest.srt.CallVerdict.Publishes;
import net.ratonet.relay.ingest.srt.CallVerdict.Refused;
import net.ratonet.relay.ingest.srt.wire.FlowTerms;
import net.ratonet.relay.ingest.srt.wire.Handshake;
import net.ratonet.relay.ingest.srt.wire.HandshakeExtension;
import net.ratonet.relay.ingest.srt.wire.Handshakes;
import net.ratonet.relay.ingest.srt.wire.KeyMaterials;
import net.ratonet.relay.ingest.srt.wire.Rejection;
import net.ratonet.shared.srt.SrtPacket;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallJudgeTest {

    private static final String PASSPHRASE = "ten letters";

    private final FakeKeyRing keys =
            new FakeKeyRing()
                    .publisher("open", "rato", Optional.empty())
                    .publisher("locked", "gato", Optional.of(PASSPHRASE))
                    .encryptedOnly("strict", "mato", Optional.of(PASSPHRASE))
                    .encryptedOnly("forgetful", "tato", Optional.empty())
                    .publisher("live_whole", "pato", Optional.empty())
                    .player("token", "rato", Optional.empty());

    private final CallJudge judge = new CallJudge(keys);

    @ParameterizedTest
    @CsvSource({"publish/live/open,rato", "live_open,rato", "live_whole,pato"})
    void letsAPublisherIn(String streamId, String streamer) {
        var verdict = judge.judge(Handshakes.conclusion(1, 2, streamId));

        assertThat(verdict)
                .asInstanceOf(InstanceOfAssertFactories.type(Publishes.class))
                .returns(streamer, one -> one.right().streamer().value());
    }

    @ParameterizedTest
    @CsvSource({"play/live/token", "read:token", "token", "play_token"})
    void letsAPlayerIn(String streamId) {
        var verdict = judge.judge(Handshakes.conclusion(1, 2, streamId));

        assertThat(verdict).isInstanceOf(Plays.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'',UNAUTHORIZED",
        "publish/live/nobodys,FORBIDDEN",
        "publish/live/token,FORBIDDEN",
        "play/live/nobodys,NOT_FOUND",
        "play/live/open,NOT_FOUND",
        "what/ever/it/is,BAD_REQUEST",
        "publish/live/locked,UNSECURE",
        "publish/live/strict,UNSECURE",
        "publish/live/forgetful,UNSECURE"
    })
    void sendsOthersAwayWithTheCodeForIt(String streamId, Rejection code) {
        var verdict = judge.judge(Handshakes.conclusion(1, 2, streamId));

        assertThatRefusal(verdict).returns(code, Refused::code);
    }

    @Test
    void sendsAwayWhoSpeaksTheOldVersion() {
        var old =
                new Handshake(
                        0,
                        4,
                        0,
                        0,
                        new FlowTerms(1, 1_500, 8_192),
                        Handshake.CONCLUSION,
                        1,
                        2,
                        List.of());

        var verdict = judge.judge(old);

        assertThatRefusal(verdict).returns(Rejection.VERSION, Refused::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "strict"})
    void opensWithThePassphrase(String key) {
        var verdict = judge.judge(encrypting("publish/live/" + key, PASSPHRASE, 2));

        assertThat(verdict)
                .asInstanceOf(InstanceOfAssertFactories.type(Publishes.class))
                .returns("AES-128", one -> one.security().describe());
    }

    @Test
    void sendsAwayWhoHasAnotherPassphrase() {
        var verdict = judge.judge(encrypting("publish/live/locked", "other words", 2));

        assertThatRefusal(verdict).returns(Rejection.BAD_SECRET, Refused::code);
    }

    @Test
    void sendsAwayWhoEncryptsWhereNoPassphraseIsSet() {
        var verdict = judge.judge(encrypting("publish/live/open", PASSPHRASE, 2));

        assertThatRefusal(verdict).returns(Rejection.UNSECURE, Refused::code);
    }

    @Test
    void sendsAwayWhoEncryptsInAnotherWay() {
        var verdict = judge.judge(encrypting("publish/live/locked", PASSPHRASE, 3));

        assertThatRefusal(verdict).returns(Rejection.CRYPTO, Refused::code);
    }

    @Test
    void showsNoKeyInItsReasons() {
        var verdict = judge.judge(Handshakes.conclusion(1, 2, "publish/live/almostTheRightKey"));

        assertThatRefusal(verdict)
                .satisfies(one -> assertThat(one.why()).contains("al***").doesNotContain("almost"));
    }

    @Test
    void takesNewKeysOfACallerThatIsIn() {
        var verdict = (Publishes) judge.judge(encrypting("publish/live/locked", PASSPHRASE, 2));
        var next = KeyMaterials.message(PASSPHRASE, 2, new byte[16], new byte[16]);

        var packet =
                SrtPacket.putData(ByteBuffer.allocate(32), 1, 1, 1, 1).put(new byte[16]).flip();
        SrtPacket.setEncryption(packet, SrtPacket.ODD_KEY);

        assertThat(verdict.security().fromPeer(packet)).isFalse();
        assertThat(verdict.security().refresh(next)).isTrue();
        assertThat(verdict.security().fromPeer(packet)).isTrue();
    }

    @Test
    void takesNoKeysLockedWithAnotherPassphrase() {
        var verdict = (Publishes) judge.judge(encrypting("publish/live/locked", PASSPHRASE, 2));
        var next = KeyMaterials.message("other words", 2, new byte[16], new byte[16]);

        assertThat(verdict.security().refresh(next)).isFalse();
        assertThat(verdict.security().refresh(new byte[3])).isFalse();
    }

    private static Handshake encrypting(String streamId, String passphrase, int cipher) {
        var message = KeyMaterials.message(passphrase, 1, new byte[16], new byte[16]);
        message[8] = (byte) cipher;
        return Handshakes.conclusion(
                1, 2, streamId, new HandshakeExtension(HandshakeExtension.KMREQ, message));
    }

    private static ObjectAssert<Refused> assertThatRefusal(CallVerdict verdict) {
        return assertThat(verdict).asInstanceOf(InstanceOfAssertFactories.type(Refused.class));
    }
}
