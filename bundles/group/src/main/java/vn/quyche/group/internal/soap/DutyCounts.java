package vn.quyche.group.internal.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlType;

/** The counts of duties, as the contract has them. */
@XmlRootElement(name = "dutyCounts", namespace = GroupListSoap.NAMESPACE)
@XmlType(name = "")
@XmlAccessorType(XmlAccessType.FIELD)
public final class DutyCounts {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    List<DutyCountEntry> count = new ArrayList<>();
}
