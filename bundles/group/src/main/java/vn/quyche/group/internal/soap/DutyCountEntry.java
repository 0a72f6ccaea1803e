package vn.quyche.group.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;
import vn.quyche.core.api.compliance.DutySummary;

/** The counts of one domain and role in a month, as the contract has them. */
@XmlType(
        name = "DutyCount",
        namespace = GroupListSoap.NAMESPACE,
        propOrder = {"month", "domain", "role", "due", "done", "late", "missed", "excused", "open"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class DutyCountEntry {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "gYearMonth")
    String month;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String domain;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String role;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int due;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int done;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int late;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int missed;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int excused;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int open;

    static DutyCountEntry of(String month, DutySummary.Line line) {
        DutyCountEntry entry = new DutyCountEntry();
        entry.month = month;
        entry.domain = line.domain();
        entry.role = line.role();
        entry.due = line.due();
        entry.done = line.done();
        entry.late = line.late();
        entry.missed = line.missed();
        entry.excused = line.excused();
        entry.open = line.open();
        return entry;
    }
}
