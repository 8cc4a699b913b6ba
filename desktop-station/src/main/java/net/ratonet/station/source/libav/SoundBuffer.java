package net.ratonet.station.source.libav;

/// Carries sound, 48 kHz stereo, from the thread that decodes to the one that encodes. It waits for
/// a small cushion before it gives anything; when too much has come in, the oldest is left out.
final class SoundBuffer {

    static final int CHANNELS = 2;

    private static final int CUSHION = Beep.SAMPLE_RATE / 10;
    private static final int MOST = Beep.SAMPLE_RATE / 2;

    private final float[][] ring = new float[CHANNELS][MOST];
    private long written;
    private long read;
    private boolean flowing;

    synchronized void put(float[][] samples, int count) {
        for (var index = 0; index < count; index++) {
            var place = (int) (written++ % MOST);
            for (var channel = 0; channel < CHANNELS; channel++) {
                ring[channel][place] = samples[channel][index];
            }
        }
        if (written - read > MOST) {
            read = written - CUSHION;
        }
    }

    /// Fills the arrays, with silence where nothing has come in.
    synchronized void take(float[][] into) {
        var wanted = into[0].length;
        flowing = written - read >= (flowing ? wanted : CUSHION);
        for (var channel = 0; channel < CHANNELS; channel++) {
            for (var index = 0; index < wanted; index++) {
                into[channel][index] = flowing ? ring[channel][(int) ((read + index) % MOST)] : 0;
            }
        }
        if (flowing) {
            read += wanted;
        }
    }
}
