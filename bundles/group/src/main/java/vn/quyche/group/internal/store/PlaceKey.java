package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** The place of an appointment in its group. */
@Embeddable
class PlaceKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "group_id")
    String groupId;

    int place;

    PlaceKey() {}

    PlaceKey(String groupId, int place) {
        this.groupId = groupId;
        this.place = place;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PlaceKey k && k.groupId.equals(groupId) && k.place == place;
    }

    @Override
    public int hashCode() {
        return groupId.hashCode() * 31 + place;
    }
}
