/** Whether what leaves this device passes disclosure control: yes, until the owner says otherwise on this visit. */
class Protection {
	on = $state(true);
}

export const protection = new Protection();
