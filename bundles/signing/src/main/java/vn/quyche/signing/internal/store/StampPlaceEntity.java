package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.signing.api.StampPlace;

/** Where a part is seen. */
@Entity(name = "StampPlace")
@Table(name = "stamp_place", schema = "q_signing")
class StampPlaceEntity {
    @EmbeddedId
    StampPlaceKey key;

    boolean shown;
    int page;

    @Column(name = "x_tenths")
    int xTenths;

    @Column(name = "y_tenths")
    int yTenths;

    @Column(name = "width_tenths")
    int widthTenths;

    static StampPlaceEntity of(StampPlaceKey key, StampPlace place) {
        StampPlaceEntity entity = new StampPlaceEntity();
        entity.key = key;
        entity.shown = place.shown();
        entity.page = place.page();
        entity.xTenths = tenths(place.x());
        entity.yTenths = tenths(place.y());
        entity.widthTenths = tenths(place.width());
        return entity;
    }

    private static int tenths(double length) {
        return (int) Math.round(length * 10);
    }

    StampPlace toRecord() {
        return new StampPlace(shown, page, xTenths / 10.0, yTenths / 10.0, widthTenths / 10.0);
    }
}
