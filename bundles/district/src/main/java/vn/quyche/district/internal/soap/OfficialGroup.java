package vn.quyche.district.internal.soap;

import java.time.LocalDate;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;
import vn.quyche.district.api.ListedEntry;

/** One group of the list, as the contract has it. */
@XmlType(
        name = "OfficialGroup",
        namespace = OfficialListSoap.NAMESPACE,
        propOrder = {
            "schoolCode",
            "schoolName",
            "id",
            "code",
            "checkCode",
            "name",
            "kind",
            "platform",
            "members",
            "leader",
            "administrator",
            "decisionNumber",
            "decisionDate",
            "officialFrom",
            "remark"
        })
@XmlAccessorType(XmlAccessType.FIELD)
public final class OfficialGroup {

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String schoolCode;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String schoolName;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String id;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String code;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String checkCode;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String name;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String kind;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String platform;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String members;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String leader;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String administrator;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String decisionNumber;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String decisionDate;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    @XmlSchemaType(name = "date")
    String officialFrom;

    @XmlElement(namespace = OfficialListSoap.NAMESPACE)
    String remark;

    static OfficialGroup of(ListedEntry entry) {
        OfficialGroup group = new OfficialGroup();
        group.schoolCode = entry.schoolCode();
        group.schoolName = entry.schoolName();
        group.id = entry.group().id();
        group.code = entry.group().code();
        group.checkCode = entry.checkCode();
        group.name = entry.group().name();
        group.kind = entry.group().kind();
        group.platform = entry.group().platform();
        group.members = entry.group().members();
        group.leader = entry.group().leader();
        group.administrator = entry.group().administrator();
        group.decisionNumber = entry.number();
        group.decisionDate = entry.date().map(LocalDate::toString).orElse(null);
        group.officialFrom = entry.officialFrom().toString();
        group.remark = entry.group().remark();
        return group;
    }
}
