package vn.quyche.group.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;
import vn.quyche.group.api.ListedGroup;

/** One group of the list, as the contract has it. */
@XmlType(
        name = "Group",
        namespace = GroupListSoap.NAMESPACE,
        propOrder = {
            "id",
            "code",
            "name",
            "kind",
            "platform",
            "members",
            "leader",
            "administrator",
            "decisionNumber",
            "decisionDate",
            "status",
            "remark"
        })
@XmlAccessorType(XmlAccessType.FIELD)
public final class GroupEntry {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String id;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String code;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String name;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String kind;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String platform;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String members;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String leader;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String administrator;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String decisionNumber;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String decisionDate;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String status;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String remark;

    static GroupEntry of(ListedGroup group) {
        GroupEntry entry = new GroupEntry();
        entry.id = group.id();
        entry.code = group.code();
        entry.name = group.name();
        entry.kind = group.kind().name();
        entry.platform = group.platform().name();
        entry.members = group.members();
        entry.leader = group.leader();
        entry.administrator = group.administrator();
        entry.decisionNumber = group.decisionNumber();
        entry.decisionDate = group.decisionDate().toString();
        entry.status = group.status().name();
        entry.remark = group.remark();
        return entry;
    }
}
