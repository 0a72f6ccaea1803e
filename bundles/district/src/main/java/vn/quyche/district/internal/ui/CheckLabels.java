package vn.quyche.district.internal.ui;

import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.internal.model.CheckCode;

/** Makes the labels by which anyone checks a group: the code, and a QR code that leads to the check. */
final class CheckLabels {

    private final String address;

    /** @param address where anyone reaches this installation; empty when nobody said: then the QR code holds the code alone */
    CheckLabels(String address) {
        this.address = address == null ? "" : address.strip().replaceAll("/+$", "");
    }

    /** A label. */
    record Label(String name, String schoolName, String platform, String code, String leadsTo) {}

    /** The label of a group that was recognised. */
    Label of(CollectedGroup group) {
        String leadsTo = address.isEmpty() ? group.checkCode() : address + "/district/check?q=" + group.checkCode();
        return new Label(
                group.group().name(),
                group.schoolName(),
                group.group().platform(),
                CheckCode.printed(group.checkCode()),
                leadsTo);
    }
}
