package net.ratonet.station.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AudioInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none", "tone", "default", "hw:1", "audio=Microphone"})
    void writesWhatItReads(String text) {
        assertThat(AudioInput.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void takesNoBlank() {
        assertThat(AudioInput.parse(" ")).isEmpty();
    }

    @Test
    void choosesTheSoundThatBelongsToThePicture() {
        var auto = new AudioInput.Auto();

        assertThat(auto.with(new VideoInput.TestPicture())).isEqualTo(new AudioInput.Tone());
        assertThat(auto.with(new VideoInput.Screen())).isEqualTo(new AudioInput.Device("default"));
        assertThat(auto.with(new VideoInput.VideoFile("/a.mp4"))).isEqualTo(auto);
        assertThat(new AudioInput.Silence().with(new VideoInput.TestPicture()))
                .isEqualTo(new AudioInput.Silence());
    }
}
