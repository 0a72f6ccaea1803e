package vn.quyche.group.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;
import vn.quyche.group.api.inspection.InspectedGroup;

/** One signed report, as the contract has it. */
@XmlType(
        name = "Inspection",
        namespace = GroupListSoap.NAMESPACE,
        propOrder = {
            "id",
            "groupId",
            "groupCode",
            "groupName",
            "from",
            "to",
            "signedAt",
            "missing",
            "surplus",
            "overdue",
            "late",
            "violations",
            "found",
            "openFindings"
        })
@XmlAccessorType(XmlAccessType.FIELD)
public final class InspectionEntry {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String id;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String groupId;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String groupCode;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String groupName;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String from;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String to;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "dateTime")
    String signedAt;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int missing;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int surplus;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int overdue;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int late;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int violations;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int found;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    int openFindings;

    static InspectionEntry of(InspectedGroup report) {
        InspectionEntry entry = new InspectionEntry();
        entry.id = report.id();
        entry.groupId = report.groupId();
        entry.groupCode = report.groupCode();
        entry.groupName = report.groupName();
        entry.from = report.from().toString();
        entry.to = report.to().toString();
        entry.signedAt = report.signedAt().toString();
        entry.missing = report.missing();
        entry.surplus = report.surplus();
        entry.overdue = report.overdue();
        entry.late = report.late();
        entry.violations = report.violations();
        entry.found = report.found();
        entry.openFindings = report.openFindings();
        return entry;
    }
}
