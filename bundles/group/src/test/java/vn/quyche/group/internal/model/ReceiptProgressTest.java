package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.Requirement;

@Regulated("BC.6.4")
class ReceiptProgressTest {

    @Test
    void acknowledgingImpliesReadingAndDelivery() {
        ReceiptProgress progress = fresh(Requirement.ACKNOWLEDGE).acknowledged(100);

        assertThat(progress.stage()).isEqualTo(ReceiptStage.ACKNOWLEDGED);
        assertThat(progress.deliveredAt()).isEqualTo(100);
        assertThat(progress.readAt()).isEqualTo(100);
        assertThat(progress.fulfilledAt()).isEqualTo(100);
    }

    @Test
    void keepsEachFirstTime() {
        ReceiptProgress progress =
                fresh(Requirement.READ).delivered(10).read(20).read(30).acknowledged(40);

        assertThat(progress.deliveredAt()).isEqualTo(10);
        assertThat(progress.readAt()).isEqualTo(20);
        assertThat(progress.fulfilledAt()).isEqualTo(20);
    }

    @Test
    void neverStepsBack() {
        ReceiptProgress progress =
                fresh(Requirement.COMPLETE).completed("xong", 10).read(20);

        assertThat(progress.stage()).isEqualTo(ReceiptStage.COMPLETED);
        assertThat(progress.readAt()).isEqualTo(10);
    }

    @Test
    void aLaterAnswerTakesThePlaceOfTheFirst() {
        ReceiptProgress progress = fresh(Requirement.REPLY).replied("một", 10).replied("hai", 20);

        assertThat(progress.reply()).isEqualTo("hai");
        assertThat(progress.repliedAt()).isEqualTo(20);
        assertThat(progress.fulfilledAt()).isEqualTo(10);
    }

    @Test
    void acknowledgingDoesNotFulfilADemandForAnAnswer() {
        assertThat(fresh(Requirement.REPLY).acknowledged(10).fulfilled()).isFalse();
        assertThat(fresh(Requirement.COMPLETE).replied("sẽ làm", 10).fulfilled())
                .isFalse();
        assertThat(fresh(Requirement.COMPLETE).completed("", 10).fulfilled()).isTrue();
    }

    private static ReceiptProgress fresh(Requirement requirement) {
        return new ReceiptProgress(requirement, ReceiptStage.PENDING, null, null, null, null, "", null, null);
    }
}
