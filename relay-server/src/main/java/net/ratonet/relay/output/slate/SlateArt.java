package net.ratonet.relay.output.slate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import net.ratonet.relay.config.Language;

/// Draws the relay's own slate: a name, a sentence, and a dial whose hand shows the second, so that
/// anybody sees that the stream lives. Owned by one thread.
final class SlateArt {

    private static final Color TOP = new Color(0x1b2637);
    private static final Color BOTTOM = new Color(0x0a0e15);
    private static final Color BRIGHT = new Color(0xf2f5f9);
    private static final Color QUIET = new Color(0x9aa8bb);
    private static final Color RING = new Color(0x33435a);
    private static final Color ACCENT = new Color(0xffb347);
    private static final int TICKS = 12;
    private static final int SECONDS = 60;

    private final Lettering lettering;
    private final BufferedImage picture;
    private final BufferedImage background;
    private final Graphics2D canvas;
    private final double unit;
    private final double middle;
    private final double dialHeight;

    SlateArt(int width, int height, Language language, String name, Lettering lettering) {
        this.lettering = lettering;
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        this.canvas = picture.createGraphics();
        this.unit = Math.min(width, height) / 100.0;
        this.middle = width / 2.0;
        this.dialHeight = height / 2.0 - 14 * unit;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setPaint(new GradientPaint(0, 0, TOP, 0, height, BOTTOM));
        canvas.fillRect(0, 0, width, height);
        canvas.setPaint(BOTTOM);
        canvas.fill(circle(22 * unit));
        write(language, name);
        this.background = copy(picture);
    }

    /// The picture of one second of a minute.
    BufferedImage at(int second) {
        canvas.drawImage(background, 0, 0, null);
        canvas.setStroke(stroke(1.6));
        canvas.setPaint(RING);
        canvas.draw(circle(20 * unit));
        canvas.setPaint(ACCENT);
        canvas.draw(
                new Arc2D.Double(
                        middle - 20 * unit,
                        dialHeight - 20 * unit,
                        40 * unit,
                        40 * unit,
                        90,
                        -360.0 * second / SECONDS,
                        Arc2D.OPEN));
        ticks();
        hand(second);
        return picture;
    }

    /// Blue, green, red for each pixel. The array is the caller's.
    byte[] bytesAt(int second) {
        var buffer = (DataBufferByte) at(second).getRaster().getDataBuffer();
        return Arrays.copyOf(buffer.getData(), buffer.getData().length);
    }

    private static BufferedImage copy(BufferedImage source) {
        var copy = new BufferedImage(source.getWidth(), source.getHeight(), source.getType());
        copy.setData(source.getData());
        return copy;
    }

    private void write(Language language, String name) {
        var width = (int) (picture.getWidth() - 12 * unit);
        canvas.setPaint(BRIGHT);
        line(name, dialHeight + 38 * unit, 8, width);
        canvas.setPaint(QUIET);
        line(sentence(language), dialHeight + 49 * unit, 4.6, width);
    }

    private void line(String text, double baseline, double height, int width) {
        lettering.centre(canvas, text, (int) middle, (int) baseline, (int) (height * unit), width);
    }

    private static String sentence(Language language) {
        return switch (language) {
            case PORTUGUESE -> "Volto já";
            case ENGLISH -> "Be right back";
        };
    }

    private void ticks() {
        canvas.setStroke(stroke(0.7));
        canvas.setPaint(QUIET);
        for (var tick = 0; tick < TICKS; tick++) {
            canvas.draw(radial((double) tick / TICKS, 14.5, 16.8));
        }
    }

    private void hand(int second) {
        canvas.setStroke(stroke(1.1));
        canvas.setPaint(BRIGHT);
        canvas.draw(radial((double) second / SECONDS, -3, 13));
        canvas.setPaint(ACCENT);
        canvas.fill(circle(1.4 * unit));
    }

    private Line2D radial(double turn, double from, double to) {
        var x = Math.sin(turn * 2 * Math.PI) * unit;
        var y = -Math.cos(turn * 2 * Math.PI) * unit;
        return new Line2D.Double(
                middle + from * x, dialHeight + from * y, middle + to * x, dialHeight + to * y);
    }

    private Ellipse2D circle(double radius) {
        return new Ellipse2D.Double(middle - radius, dialHeight - radius, 2 * radius, 2 * radius);
    }

    private BasicStroke stroke(double width) {
        return new BasicStroke(
                (float) Math.max(1, width * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
