"""What a workload costs a month on each plan: exact arithmetic on published prices, and what is missing for it."""
