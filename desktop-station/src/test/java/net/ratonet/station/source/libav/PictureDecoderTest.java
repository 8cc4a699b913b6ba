package net.ratonet.station.source.libav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.util.Arrays;
import net.ratonet.station.config.Resolution;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Real scaling of pictures of one brightness.
final class PictureDecoderTest {

    private static final int BLACK = 16;
    private static final int WHITE = 235;

    private final PictureDecoder decoder = new PictureDecoder();
    private final Canvas canvas = new Canvas(new Resolution(640, 360));

    @AfterEach
    void close() {
        decoder.close();
    }

    @Test
    void fillsTheWholePictureWhenTheShapeIsTheSame() throws LibavException {
        draw(320, 180, WHITE, AVCOL_RANGE_MPEG);

        assertThat(brightness(0, 0)).isEqualTo(WHITE);
        assertThat(brightness(639, 359)).isEqualTo(WHITE);
    }

    @Test
    void putsBarsLeftAndRightOfANarrowPicture() throws LibavException {
        draw(480, 360, WHITE, AVCOL_RANGE_MPEG);

        assertThat(brightness(70, 180)).isEqualTo(BLACK);
        assertThat(brightness(570, 180)).isEqualTo(BLACK);
        assertThat(brightness(90, 180)).isEqualTo(WHITE);
        assertThat(brightness(550, 180)).isEqualTo(WHITE);
    }

    @Test
    void putsBarsAboveAndBelowAWidePicture() throws LibavException {
        draw(640, 180, WHITE, AVCOL_RANGE_MPEG);

        assertThat(brightness(320, 80)).isEqualTo(BLACK);
        assertThat(brightness(320, 280)).isEqualTo(BLACK);
        assertThat(brightness(320, 180)).isEqualTo(WHITE);
    }

    @Test
    void leavesNothingOfAnEarlierPictureInTheBars() throws LibavException {
        draw(320, 180, WHITE, AVCOL_RANGE_MPEG);

        draw(480, 360, WHITE, AVCOL_RANGE_MPEG);

        assertThat(brightness(10, 10)).isEqualTo(BLACK);
    }

    @Test
    void bringsFullBrightnessToThatOfVideo() throws LibavException {
        draw(320, 180, 255, AVCOL_RANGE_JPEG);

        assertThat(brightness(320, 180)).isBetween(WHITE - 1, WHITE + 1);
    }

    private void draw(int width, int height, int luma, int range) throws LibavException {
        var frame = frame(width, height, range);
        fill(frame, 0, luma);
        fill(frame, 1, 128);
        fill(frame, 2, 128);
        decoder.draw(frame, canvas);
        av_frame_free(frame);
    }

    private int brightness(int x, int y) {
        return canvas.plane(0)[y * canvas.width() + x] & 0xFF;
    }

    private static AVFrame frame(int width, int height, int range) throws LibavException {
        var frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P);
        frame.color_range(range);
        frame.width(width);
        frame.height(height);
        LibavException.check(av_frame_get_buffer(frame, 0), "Memory for a picture");
        return frame;
    }

    private static void fill(AVFrame frame, int plane, int value) {
        var rows = plane == 0 ? frame.height() : frame.height() / 2;
        var bytes = new byte[frame.linesize(plane) * rows];
        Arrays.fill(bytes, (byte) value);
        new BytePointer(frame.data(plane)).put(bytes, 0, bytes.length);
    }
}
