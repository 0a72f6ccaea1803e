package vn.quyche.core.api.directory.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds items to the checklist of a person who leaves: groups to be left, a mailbox to be handed over, a token to be
 * returned. Register it as a service. Clauses BC.7.3, TT.6.3, MT.10.5.
 */
@ConsumerType
public interface LeavingSource {

    /** The domain that contributes. */
    String domain();

    /** What the person has to settle in this domain; asked when the checklist is opened and again when it is shown. */
    List<Item> items(String personId);

    /** Both sides have confirmed an item; in the running transaction. */
    void settled(String personId, String itemKey);

    /**
     * One thing to settle.
     *
     * @param key stable within the domain, for example the id of the group
     * @param clause the clause that asks for it
     * @param title what to do, in Vietnamese, for example {@code Rời nhóm Zalo "Hội đồng trường"}
     * @param link the page of the thing
     * @param receiverId the person who confirms the other side (the group's leader, the new custodian)
     */
    record Item(String key, String clause, String title, String link, String receiverId) {}
}
