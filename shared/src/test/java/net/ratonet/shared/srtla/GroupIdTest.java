package net.ratonet.shared.srtla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class GroupIdTest {

    private final Random random = new Random(6);

    @Test
    void isCompletedWithTheSendersHalfKept() {
        var asked = GroupId.random(random);

        var completed = asked.completedBy(random);

        assertThat(completed).isNotEqualTo(asked);
        assertThat(completed.completes(asked)).isTrue();
        assertThat(GroupId.random(random).completes(asked)).isFalse();
    }

    @Test
    void isMadeOfTwoHalves() {
        var asked = GroupId.random(random);
        var answered = GroupId.random(random).receiverHalf();

        var completed = asked.withReceiverHalf(answered);

        assertThat(completed.senderHalf()).isEqualTo(asked.senderHalf()).hasSize(128);
        assertThat(completed.receiverHalf()).isEqualTo(answered);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.withReceiverHalf(new byte[127]));
    }

    @Test
    void equalsOnlyTheSameBytes() {
        var id = GroupId.random(new Random(7));

        assertThat(id).isEqualTo(GroupId.random(new Random(7)));
        assertThat(id).hasSameHashCodeAs(GroupId.random(new Random(7)));
        assertThat(id).isNotEqualTo(GroupId.random(new Random(8)));
        assertThat(id).isNotEqualTo("id");
    }

    @Test
    void neverShowsItself() {
        assertThat(GroupId.random(random)).hasToString("GroupId[hidden]");
    }
}
