package vn.quyche.group.internal.store;

import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptStage;

/** Where a page of receipts ends: the stage, the name and the person of its last row. */
record StageCursor(ReceiptStage stage, String key, String personId) {

    static StageCursor of(Receipt receipt) {
        return new StageCursor(receipt.stage(), VietnameseText.nameSortKey(receipt.name()), receipt.personId());
    }

    String text() {
        return new Cursor(stage.ordinal() + "\n" + key, personId).text();
    }

    /** @throws Invalid {@code core.bad-cursor} for a text that is no cursor of this list */
    static StageCursor parse(String text) {
        Cursor cursor = Cursor.parse(text);
        int cut = cursor.key().indexOf('\n');
        if (cut == 1 && cursor.key().charAt(0) >= '0' && cursor.key().charAt(0) < '0' + ReceiptStage.values().length) {
            ReceiptStage stage = ReceiptStage.values()[cursor.key().charAt(0) - '0'];
            return new StageCursor(stage, cursor.key().substring(2), cursor.id());
        }
        throw new Invalid("after", "core.bad-cursor");
    }
}
