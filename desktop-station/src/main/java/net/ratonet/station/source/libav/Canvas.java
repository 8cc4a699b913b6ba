package net.ratonet.station.source.libav;

import java.util.Arrays;
import net.ratonet.station.config.Resolution;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// A picture in memory as encoders want it: full brightness, colour at half the size (YUV 4:2:0).
/// Owned by the encoder's thread.
final class Canvas {

    private final int width;
    private final int height;
    private final byte[] luma;
    private final byte[] blue;
    private final byte[] red;

    Canvas(Resolution size) {
        this.width = size.width();
        this.height = size.height();
        this.luma = new byte[width * height];
        this.blue = new byte[width * height / 4];
        this.red = new byte[width * height / 4];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The rows of one plane: 0 brightness, 1 and 2 colour.
    byte[] plane(int index) {
        return switch (index) {
            case 0 -> luma;
            case 1 -> blue;
            case 2 -> red;
            default -> throw new IllegalArgumentException("no plane " + index);
        };
    }

    void fill(int x, int y, int wide, int high, Colour colour) {
        fillPlane(luma, width, x, y, wide, high, (byte) colour.luma());
        fillPlane(blue, width / 2, x / 2, y / 2, wide / 2, high / 2, (byte) colour.blue());
        fillPlane(red, width / 2, x / 2, y / 2, wide / 2, high / 2, (byte) colour.red());
    }

    /// Copies brightness into a row, from any place in the source.
    void copyRow(byte[] source, int from, int y) {
        System.arraycopy(source, from, luma, y * width, width);
    }

    /// Copies a decoded picture to this place.
    void paste(AVFrame picture, int left, int top) {
        for (var index = 0; index < 3; index++) {
            var part = index == 0 ? 1 : 2;
            var from = new BytePointer(picture.data(index));
            for (var row = 0; row < picture.height() / part; row++) {
                from.position((long) row * picture.linesize(index))
                        .get(
                                plane(index),
                                (top / part + row) * (width / part) + left / part,
                                picture.width() / part);
            }
        }
    }

    /// Writes text in brightness only, each pixel of the font `scale` pixels wide.
    void write(BitmapFont font, String text, int x, int y, int scale, Colour ink) {
        for (var index = 0; index < text.length(); index++) {
            var left = x + index * (BitmapFont.WIDTH + 1) * scale;
            if (left + BitmapFont.WIDTH * scale > width) {
                return;
            }
            writeGlyph(font, text.charAt(index), left, y, scale, (byte) ink.luma());
        }
    }

    private void writeGlyph(BitmapFont font, char glyph, int x, int y, int scale, byte value) {
        for (var row = 0; row < BitmapFont.HEIGHT; row++) {
            for (var column = 0; column < BitmapFont.WIDTH; column++) {
                if (font.isInked(glyph, column, row)) {
                    fillPlane(
                            luma, width, x + column * scale, y + row * scale, scale, scale, value);
                }
            }
        }
    }

    private static void fillPlane(
            byte[] plane, int stride, int x, int y, int wide, int high, byte value) {
        for (var row = y; row < y + high; row++) {
            Arrays.fill(plane, row * stride + x, row * stride + x + wide, value);
        }
    }
}
