package net.ratonet.relay.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.ratonet.shared.telemetry.StreamerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlateAssetsTest {

    private static final StreamerId ANA = new StreamerId("ana");
    private static final int QUOTA = 20_000;

    private final AtomicInteger made = new AtomicInteger();

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsEachKindUnderANameOfItsOwn(AssetKind kind) throws IOException {
        var content = SampleAssets.of(kind);

        var upload = assets().add(ANA, "../../etc/passwd", new ByteArrayInputStream(content));

        assertThat(upload).isInstanceOf(AssetUpload.Kept.class);
        var listed = assets().list(ANA);
        assertThat(listed).containsExactly(((AssetUpload.Kept) upload).asset());
        assertThat(listed.getFirst().kind()).isEqualTo(kind);
        assertThat(listed.getFirst().label()).isEqualTo("../../etc/passwd");
        var file = assets().file(ANA, listed.getFirst().id()).orElseThrow();
        assertThat(file)
                .hasBinaryContent(content)
                .hasFileName(listed.getFirst().id() + "." + kind.wireName());
        assertThat(file.toRealPath()).startsWith(folder.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><script>alert(1)</script></html>",
                "#!/bin/sh\nrm -rf /",
                "#EXTM3U\nhttp://169.254.169.254/",
                "ffconcat version 1.0\nfile /etc/passwd",
                "GIF89a................"
            })
    void refusesWhatIsNeitherImageNorClip(String content) throws IOException {
        var upload = assets().add(ANA, "x.png", stream(content));

        assertThat(upload).isEqualTo(new AssetUpload.UnknownKind());
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void readsNoMoreThanAnImageMayHave() throws IOException {
        var endless = new Endless();
        var image =
                new SequenceInputStream(
                        new ByteArrayInputStream(SampleAssets.of(AssetKind.PNG)), endless);

        var upload = new SlateAssets(folder, Long.MAX_VALUE, this::nextId).add(ANA, "", image);

        assertThat(upload).isEqualTo(new AssetUpload.TooLarge(AssetKind.MOST_IMAGE_BYTES));
        assertThat(endless.given).isLessThan(AssetKind.MOST_IMAGE_BYTES + 100_000);
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void holdsEachStreamerToTheirShare() throws IOException {
        var clip = SampleAssets.clip(QUOTA - 1_000);
        var bia = new StreamerId("bia");

        var first = assets().add(ANA, "one", new ByteArrayInputStream(clip));
        var second = assets().add(ANA, "two", new ByteArrayInputStream(clip));
        var others = assets().add(bia, "one", new ByteArrayInputStream(clip));

        assertThat(first).isInstanceOf(AssetUpload.Kept.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        AssetUpload.NoRoom.class,
                        noRoom -> assertThat(noRoom.freeBytes()).isBetween(1L, 1_200L));
        assertThat(others).isInstanceOf(AssetUpload.Kept.class);
        assertThat(assets().list(ANA)).hasSize(1);
    }

    @Test
    void refusesAnImageThatPromisesTooManyPixels() throws IOException {
        var bomb = SampleAssets.png(60_000, 60_000);

        var upload = assets().add(ANA, "bomb", new ByteArrayInputStream(bomb));

        assertThat(upload).isEqualTo(new AssetUpload.TooManyPixels(SlateAssets.MOST_PIXELS));
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheSenderBreaksOff() throws IOException {
        var cutOff =
                new SequenceInputStream(
                        new ByteArrayInputStream(SampleAssets.clip(5_000)), new Failing());
        var assets = assets();

        assertThatIOException().isThrownBy(() -> assets.add(ANA, "clip", cutOff));

        assertThat(filesInFolder()).isEmpty();
        assertThat(assets.add(ANA, "clip", new ByteArrayInputStream(SampleAssets.clip(5_000))))
                .isInstanceOf(AssetUpload.Kept.class);
    }

    @Test
    void takesOneUploadOfAStreamerAtATime() throws IOException {
        var assets = assets();
        var meanwhile = new Asking(() -> assets.add(ANA, "second", stream("x")));
        var content =
                new SequenceInputStream(
                        new ByteArrayInputStream(SampleAssets.clip(5_000)), meanwhile);

        var first = assets.add(ANA, "first", content);

        assertThat(first).isInstanceOf(AssetUpload.Kept.class);
        assertThat(meanwhile.answers).containsExactly(new AssetUpload.Busy());
    }

    @Test
    void deletesOnce() throws IOException {
        assets().add(ANA, "x", new ByteArrayInputStream(SampleAssets.of(AssetKind.JPG)));
        var id = assets().list(ANA).getFirst().id();

        var first = assets().delete(ANA, id);
        var second = assets().delete(ANA, id);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void goesWithItsAccountAndLeavesTheOthersAlone() throws IOException {
        var dots = new StreamerId("..");
        assets().add(ANA, "x", new ByteArrayInputStream(SampleAssets.of(AssetKind.JPG)));
        assets().add(dots, "y", new ByteArrayInputStream(SampleAssets.of(AssetKind.JPG)));
        Files.writeString(folder.resolve("neighbour.txt"), "stays");

        assets().forget(dots);

        assertThat(assets().list(dots)).isEmpty();
        assertThat(assets().list(ANA)).hasSize(1);
        assertThat(folder.resolve("neighbour.txt")).exists();
    }

    private SlateAssets assets() {
        return new SlateAssets(folder, QUOTA, this::nextId);
    }

    private AssetId nextId() {
        return new AssetId("%016x".formatted(made.incrementAndGet()));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            given += most;
            return most;
        }
    }

    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the sender has left");
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return read();
        }
    }

    private static final class Asking extends InputStream {

        private final List<AssetUpload> answers = new ArrayList<>();
        private final Question question;

        private interface Question {
            AssetUpload ask() throws IOException;
        }

        Asking(Question question) {
            this.question = question;
        }

        @Override
        public int read() throws IOException {
            answers.add(question.ask());
            return -1;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return read();
        }
    }
}
